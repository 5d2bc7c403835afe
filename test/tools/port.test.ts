import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listenerOf, listenFault, nextFreePort } from './port.ts'

const HOST = '127.0.0.1'
const servers: { close(): unknown }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listen(server: Server | ReturnType<typeof createSocketServer>, port = 0): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve))
  return (server.address() as AddressInfo).port
}

function answering(body: string): Server {
  return createServer((_, response) => response.end(body))
}

test('a port that is in use is named with a way out, and so is a foreign address', async () => {
  const port = await listen(answering('a page'))
  expect(await listenFault(HOST, port)).toBe(
    `Another program listens on port ${port} of ${HOST}: stop it, or choose another port with --port.`,
  )
  expect(await listenFault(HOST, 0)).toBeUndefined()
  expect(await listenFault('192.0.2.1', 0)).toMatch(/192\.0\.2\.1 is not an address .*--host/)
})

test.each([
  ['that is set up', { status: 'ok', service: 'find-on-1688', version: '1.0.0', provider: 'dropship' }],
  ['that lacks a setting', { status: 503, code: 'not_configured', detail: 'APP_KEY is missing.' }],
])('a worker %s is recognized', async (_, health) => {
  const port = await listen(answering(JSON.stringify(health)))
  expect(await listenerOf(HOST, port)).toBe('Another Find on 1688')
})

test.each([
  ['answers with something else', answering('{"service":"mail"}')],
  ['answers with null', answering('null')],
  ['does not speak HTTP', createSocketServer((socket) => socket.end('220 mail\r\n'))],
  ['never answers', createSocketServer(() => {})],
])('what %s is another program', async (_, server) => {
  expect(await listenerOf(HOST, await listen(server))).toBe('Another program')
})

test('the next free port is one on which something can listen', async () => {
  const busy = await listen(answering(''))
  const free = await nextFreePort(HOST, busy - 1)
  expect(free).toBeGreaterThan(busy)
  expect(await listen(answering(''), free)).toBe(free)
})
