import { contextBridge, ipcRenderer } from 'electron'

/** The one door of the window: requests go in as data, replies come out as data. */
contextBridge.exposeInMainWorld('gplx', {
  call: (request: unknown): Promise<unknown> => ipcRenderer.invoke('call', request),
})
