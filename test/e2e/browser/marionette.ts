import { once } from 'node:events'
import { connect } from 'node:net'
import { CEILING_MS, within } from './wait.ts'

/** A page that decodes a large picture answers nothing meanwhile. */
const ANSWER_MS = 4 * CEILING_MS

interface Failure {
  error: string
  message: string
}

export interface Marionette {
  send<T>(command: string, parameters?: object): Promise<T>
  close(): void
}

/**
 * Firefox's own remote protocol, which geckodriver speaks too: packets `length in bytes:JSON`, commands
 * `[0, id, name, parameters]`, answers `[1, id, error, result]`. Unlike BiDi it reaches the browser's own windows in
 * every Firefox that the product runs in.
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0
  let received = Buffer.alloc(0)
  const greeted = Promise.withResolvers<void>()
  const hear = (packet: unknown) => {
    // The first packet says which protocol this is; it answers nothing.
    if (!Array.isArray(packet)) return greeted.resolve()
    const [, id, failure, result] = packet as [number, number, Failure | null, unknown]
    const asked = waiting.get(id)
    waiting.delete(id)
    if (failure) asked?.reject(new Error(`${failure.error}: ${failure.message}`))
    else asked?.resolve(result)
  }
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const colon = received.indexOf(':')
      if (colon < 0) return
      const end = colon + 1 + Number(received.subarray(0, colon).toString())
      if (received.length < end) return
      hear(JSON.parse(received.subarray(colon + 1, end).toString()))
      received = received.subarray(end)
    }
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    greeted.reject(new Error(`No connection to port ${port}`))
    for (const { reject } of waiting.values()) reject(new Error('The browser closed the connection'))
    waiting.clear()
  })
  // Nobody may wait any more when the browser ends.
  greeted.promise.catch(() => {})
  await within(CEILING_MS, `a connection to port ${port}`, once(socket, 'connect'))
  await within(CEILING_MS, 'the first packet', greeted.promise)
  return {
    send: async <T>(command: string, parameters = {}) => {
      if (socket.destroyed) throw new Error(`${command}: the connection is closed`)
      const id = ++lastId
      const asked = Promise.withResolvers<unknown>()
      waiting.set(id, asked)
      const packet = JSON.stringify([0, id, command, parameters])
      socket.write(`${Buffer.byteLength(packet)}:${packet}`)
      try {
        const what = `the browser's answer to ${command} ${JSON.stringify(parameters).slice(0, 300)}`
        return (await within(ANSWER_MS, what, asked.promise)) as T
      } finally {
        waiting.delete(id)
      }
    },
    close: () => socket.destroy(),
  }
}
