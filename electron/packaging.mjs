import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

const productName = 'GPLX Desk'

/**
 * Turns off what a shipped program must not be able to do: run as plain Node, read NODE_OPTIONS, be inspected,
 * load code from anywhere but its own archive.
 */
async function flip({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename
  const program =
    { win32: `${name}.exe`, darwin: `${name}.app` }[electronPlatformName] ?? packager.executableName
  await flipFuses(join(appOutDir, program), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  })
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'vn.gplx.desk',
  productName,
  directories: { output: 'dist', buildResources: 'resources' },
  // The bundles hold every library but the native one, of which only what runs is taken.
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    '!node_modules/**',
    'node_modules/better-sqlite3/package.json',
    'node_modules/better-sqlite3/lib/**',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the packager fills it in
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  // better-sqlite3 13 brings a binary for every Node and Electron: nothing is compiled.
  npmRebuild: false,
  nodeGypRebuild: false,
  afterPack: flip,
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['vi_VN'],
    language: '1066',
    deleteAppDataOnUninstall: false,
    shortcutName: productName,
  },
  linux: { target: ['dir'], executableName: 'gplx-desk' },
  publish: null,
}
