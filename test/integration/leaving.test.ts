import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IssuedClient, type NewClient, PATHS, type Usage } from '@find-on-1688/shared'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type LocalWorker, startLocalWorker } from '../serve/local-worker.ts'
import { buildWorker } from '../tools/build-worker.ts'

const ADMIN_TOKEN = 'admin-token-of-these-tests'
const UPLOADED = { result: { success: 'true', code: '200', result: '1244408133008209457' } }
const NOTHING = { result: { success: 'true', code: '200', result: { totalRecords: 0, data: [] } } }

/** A platform that holds every call back until it is told to answer, and notices when one is cut. */
async function startHoldingGateway() {
  const calls: { isUpload: boolean; isCut: boolean; answer(): void }[] = []
  const server = createServer((request, response) => {
    const isUpload = request.url?.includes('upload') ?? false
    const answer = () => response.end(JSON.stringify(isUpload ? UPLOADED : NOTHING))
    const call = { isUpload, isCut: false, answer }
    calls.push(call)
    request.resume()
    response.on('close', () => {
      call.isCut = !response.writableFinished
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}/openapi`, calls, close }
}

let gateway: Awaited<ReturnType<typeof startHoldingGateway>>
let worker: LocalWorker
let folder: string
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leaving-'))
  gateway = await startHoldingGateway()
  expect(await buildWorker(join(folder, 'bundle'), { write: () => {} })).toBe(0)
  worker = await startLocalWorker({
    bundle: join(folder, 'bundle'),
    storage: join(folder, 'storage'),
    pidFile: join(folder, 'pid'),
    host: '127.0.0.1',
    port: 0,
    settings: {
      PROVIDER: 'crossborder',
      GATEWAY_URL: gateway.url,
      MAX_QPS: '100',
      APP_KEY: '1000000',
      APP_SECRET: 'secret',
      ACCESS_TOKEN: 'token',
      ADMIN_TOKEN,
    },
    log: () => {},
    warn: (line) => console.warn(line),
    onFailure: (error) => console.error(error),
  })
  url = `http://127.0.0.1:${worker.port}`
}, 120_000)

afterAll(async () => {
  await worker?.close()
  gateway?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function newClient(limits: Partial<NewClient> = {}): Promise<string> {
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' }
  const body = JSON.stringify({ name: 'leaving', ...limits })
  const response = await fetch(url + PATHS.adminClients, { method: 'POST', headers, body })
  return ((await response.json()) as IssuedClient).key
}

async function used(key: string): Promise<number> {
  const response = await fetch(url + PATHS.usage, { headers: { Authorization: `Bearer ${key}` } })
  return ((await response.json()) as Usage).dailySearches.used
}

let pictures = 0

/** A JPEG header of its own: nobody here looks further. */
function picture(): Buffer {
  const number = Buffer.alloc(4)
  number.writeUInt32BE(++pictures)
  const frame = [0xff, 0xc0, 0, 11, 8, 1, 144, 1, 144, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  return Buffer.from([0xff, 0xd8, ...frame, ...scan, ...number.map((byte) => byte & 0x7f), 0xff, 0xd9])
}

/** A search over a socket of its own, which can be cut at any moment. */
async function startSearch(key: string, accept: string, bytes = picture()): Promise<Socket> {
  const socket = connect(worker.port, '127.0.0.1')
  socket.on('error', () => {})
  await new Promise((resolve) => socket.on('connect', resolve))
  const head = [
    `POST ${PATHS.search} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${key}`,
    'Content-Type: image/jpeg',
    `Accept: ${accept}`,
    `Content-Length: ${bytes.length}`,
  ]
  socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]))
  return socket
}

/** The worker has had time to send another call, if it was going to. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 300))
const callsMade = (count: number) => vi.waitFor(() => expect(gateway.calls).toHaveLength(count), 10_000)

describe.each(['application/json', 'text/event-stream'])(
  'a client that cuts its connection (%s)',
  (accept) => {
    test('cuts its upload, makes no second call, and has used a search', async () => {
      gateway.calls.length = 0
      const key = await newClient({ dailySearches: 2 })
      for (const searches of [1, 2]) {
        const socket = await startSearch(key, accept)
        await callsMade(searches)
        socket.resetAndDestroy()
        await vi.waitFor(() => expect(gateway.calls.at(-1)?.isCut).toBe(true), 10_000)
        await settle()
        await vi.waitFor(async () => expect(await used(key)).toBe(searches), 10_000)
      }
      for (let i = 0; i < 4; i++) (await startSearch(key, accept)).resetAndDestroy()
      await settle()
      expect(gateway.calls.map(({ isUpload }) => isUpload)).toEqual([true, true])
      expect(await used(key)).toBe(2)
    })

    test('does not cut the call that another client waits for', async () => {
      gateway.calls.length = 0
      const [leader, other] = [await newClient(), await newClient()]
      const bytes = picture()
      const socket = await startSearch(leader, accept, bytes)
      await callsMade(1)
      const headers = { Authorization: `Bearer ${other}`, 'Content-Type': 'image/jpeg' }
      const answer = fetch(url + PATHS.search, { method: 'POST', headers, body: new Uint8Array(bytes) })
      await settle()
      socket.resetAndDestroy()
      await settle()
      expect(gateway.calls[0]?.isCut).toBe(false)
      gateway.calls[0]?.answer()
      await callsMade(2)
      gateway.calls[1]?.answer()
      expect((await answer).status).toBe(200)
      expect([await used(leader), await used(other)]).toEqual([1, 0])
    })
  },
)
