import type { AppContract } from '../../electron/core/contract.ts'
import type { Request } from '../../electron/core/errors.ts'
import type { Client } from '../../electron/core/operation.ts'
import { ApiError } from './api-error.ts'
import { connection } from './connection.ts'
import { httpTransport } from './http.ts'
import { ipcTransport } from './ipc.ts'
import type { AtOnce, Input, OperationName } from './names.ts'
import { isIdle } from './presence.ts'
import { session, signedInAgain } from './session.ts'
import { ConnectionLost, type Transport } from './transport.ts'

const transport: Transport = ipcTransport() ?? httpTransport()

const lostMessage = {
  gone: 'Mất kết nối với ứng dụng. Nội dung đang nhập vẫn còn trên màn hình; thử lại khi có kết nối.',
  refused:
    'Ứng dụng đã được khởi động lại với địa chỉ mới. Mở lại bằng địa chỉ mới; nội dung đang nhập vẫn còn ở đây.',
} as const

async function carry(name: string, input: unknown): Promise<unknown> {
  const { token } = session.get()
  const request: Request = isIdle() ? { token, name, input, idle: true } : { token, name, input }
  let reply: Awaited<ReturnType<Transport>>
  try {
    reply = await transport(request)
  } catch (error) {
    const reason = error instanceof ConnectionLost ? error.reason : 'gone'
    connection.set(reason)
    throw new ApiError({ code: 'unexpected', message: lostMessage[reason], details: { lost: true } })
  }
  connection.set('up')
  if (reply.ok) return reply.value
  const error = new ApiError(reply.error)
  if (error.code === 'not-allowed' && error.details.signedOut === true && name !== 'users.signOut') {
    // the request was refused, so nothing has happened yet: it may go again as it is
    if (await signedInAgain(token)) return carry(name, input)
  }
  throw error
}

/** Calls one operation by its name, with the types of the contract. */
export function call<N extends OperationName>(name: N, input: Input<N>): Promise<AtOnce<N>> {
  // the core answers what the contract promises for this name: tests/hosts walks all of them
  return carry(name, input) as Promise<AtOnce<N>>
}

function feature(name: string): unknown {
  return new Proxy({}, { get: (_, verb) => (input: unknown) => carry(`${name}.${String(verb)}`, input) })
}

/** `client.applications.list(filter)`: every operation of the contract as a function. */
export const client: Client<AppContract> = new Proxy(
  {},
  { get: (_, name) => feature(String(name)) },
) as Client<AppContract> // the proxy answers any feature and verb; the contract's types say which exist
