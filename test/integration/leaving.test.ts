import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { type NewClient, PATHS } from '@find-on-1688/shared'
import { createClient, createOperator } from '@find-on-1688/shared/client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { PATIENT } from '../fakes/sandbox/index.ts'
import { type RunningWorker, startWorker } from '../fakes/sandbox/worker.ts'
import { type Era, startAgent } from './mcp/agent.ts'
import { resettingFetch } from './mcp/over-node-http.ts'
import { Transcript } from './mcp/transcript.ts'

const ADMIN_TOKEN = 'admin-token-of-these-tests'
const uploaded = (imageId: string) => ({ result: { success: 'true', code: '200', result: imageId } })
const NOTHING = { result: { success: 'true', code: '200', result: { totalRecords: 0, data: [] } } }

/** A platform that holds every call back until it is told to answer, and notices when one is cut. */
async function startHoldingGateway() {
  const calls: { isUpload: boolean; imageId: string; isCut: boolean; answer(): void }[] = []
  /** Answers by itself after so long. */
  const automatic: { afterMs: number | undefined } = { afterMs: undefined }
  const server = createServer(async (request, response) => {
    const isUpload = request.url?.includes('upload') ?? false
    const call = {
      isUpload,
      imageId: '',
      isCut: false,
      answer: () => response.end(JSON.stringify(isUpload ? uploaded(call.imageId) : NOTHING)),
    }
    calls.push(call)
    response.on('close', () => {
      call.isCut = !response.writableFinished
    })
    const form = new URLSearchParams(await text(request))
    const param = JSON.parse(form.get(isUpload ? 'uploadImageParam' : 'offerQueryParam') ?? '{}')
    call.imageId = isUpload ? imageIdOf(Buffer.from(param.imageBase64, 'base64')) : param.imageId
    if (automatic.afterMs !== undefined) setTimeout(call.answer, automatic.afterMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}/openapi`, calls, automatic, close }
}

let gateway: Awaited<ReturnType<typeof startHoldingGateway>>
let worker: RunningWorker
let url: string

beforeAll(async () => {
  gateway = await startHoldingGateway()
  worker = await startWorker({
    settings: {
      PROVIDER: 'crossborder',
      GATEWAY_URL: gateway.url,
      MAX_QPS: '100',
      // So only the dispatcher's memory has what an interrupted client asks for again.
      CACHE_SECONDS: '0',
      APP_KEY: '1000000',
      APP_SECRET: 'secret',
      ACCESS_TOKEN: 'token',
      ADMIN_TOKEN,
    },
  })
  url = worker.url
}, 120_000)

afterAll(async () => {
  await worker?.close()
  gateway?.close()
})

async function newClient(limits: Partial<NewClient> = {}): Promise<string> {
  const operator = createOperator({ address: url, adminToken: ADMIN_TOKEN }, PATIENT)
  return (await operator.createClient({ name: 'leaving', ...limits })).key
}

async function used(key: string): Promise<number> {
  return (await createClient({ address: url, key }, PATIENT).usage()).dailySearches.used
}

let pictures = 0

/** A JPEG header of its own: nobody here looks further. */
function picture(): Buffer {
  const number = ++pictures
  const frame = [0xff, 0xc0, 0, 11, 8, 1, 144, 1, 144, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  return Buffer.from([0xff, 0xd8, ...frame, ...scan, number >> 7, number & 0x7f, 0xff, 0xd9])
}

/** The id that the platform here gives a picture: its number. */
function imageIdOf(bytes: Buffer): string {
  const [high = 0, low = 0] = bytes.subarray(-4)
  return `1688000${high * 128 + low}`
}

/** A search over a socket of its own, which can be cut at any moment. */
async function startSearch(key: string, accept: string, bytes = picture(), query = ''): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  await new Promise((resolve) => socket.on('connect', resolve))
  const head = [
    `POST ${PATHS.search}${query} HTTP/1.1`,
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

describe.each(['application/json', 'text/event-stream'])(
  'a client that cuts the connection of its batch search (%s)',
  (accept) => {
    const BATCH = '?priority=batch'
    const ask = (key: string, bytes: Buffer) => {
      const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'image/jpeg' }
      return fetch(url + PATHS.search + BATCH, { method: 'POST', headers, body: new Uint8Array(bytes) })
    }

    test('has it finished once its call has left, and is given the answer when it asks again', async () => {
      gateway.calls.length = 0
      const key = await newClient({ dailySearches: 1 })
      const bytes = picture()
      const socket = await startSearch(key, accept, bytes, BATCH)
      await callsMade(1)
      socket.resetAndDestroy()
      await settle()
      expect(gateway.calls[0]?.isCut).toBe(false)
      gateway.calls[0]?.answer()
      await callsMade(2)
      gateway.calls[1]?.answer()
      await settle()
      expect((await ask(key, bytes)).status).toBe(200)
      expect([gateway.calls.length, await used(key)]).toEqual([2, 1])
    })

    test('at any moment, again and again, pays for each picture once', async () => {
      gateway.calls.length = 0
      gateway.automatic.afterMs = 12
      const key = await newClient()
      const all = Array.from({ length: 30 }, picture)
      const statuses = await Promise.all(
        all.map(async (bytes, at) => {
          for (const attempt of [0, 1, 2]) {
            const socket = await startSearch(key, accept, bytes, BATCH)
            await new Promise((resolve) => setTimeout(resolve, (at * 37 + attempt * 61) % 110))
            socket.resetAndDestroy()
          }
          const end = await vi.waitFor(async () => {
            const answer = await ask(key, bytes)
            expect(answer.status).not.toBe(503)
            return answer.status
          }, 20_000)
          return end
        }),
      )
      gateway.automatic.afterMs = undefined
      expect(new Set(statuses)).toEqual(new Set([200]))
      for (const isUpload of [true, false]) {
        const sent = gateway.calls.filter((call) => call.isUpload === isUpload)
        expect(sent.map(({ imageId }) => imageId).sort()).toEqual(all.map(imageIdOf).sort())
      }
      expect(await used(key)).toBe(all.length)
    })
  },
)

describe.each<Era>(['2026-07-28', 'legacy'])('an agent that leaves (%s)', (era) => {
  const start = async (args: object = {}) => {
    gateway.calls.length = 0
    const key = await newClient()
    const connect = () => startAgent(url, key, era, new Transcript(), resettingFetch)
    const agent = await connect()
    const image = picture().toString('base64')
    const leaving = new AbortController()
    const call = agent.call('search_by_image', { image, ...args }, { signal: leaving.signal })
    const left = expect(call).rejects.toThrow()
    await callsMade(1)
    leaving.abort(new Error('left'))
    await left
    // In the protocol of 2025 a call is cancelled by another message, which no server without sessions can tell to be of it.
    await agent.close()
    return { key, connect, image }
  }

  test('cuts the call of an interactive search, and makes no second one', async () => {
    const { key } = await start({ priority: 'interactive' })
    await vi.waitFor(() => expect(gateway.calls[0]?.isCut).toBe(true), 10_000)
    await settle()
    expect(gateway.calls).toHaveLength(1)
    expect(await used(key)).toBe(1)
  })

  test('has a batch search finished, and is given the answer when it asks again', async () => {
    const { key, connect, image } = await start()
    await settle()
    expect(gateway.calls[0]?.isCut).toBe(false)
    gateway.calls[0]?.answer()
    await callsMade(2)
    gateway.calls[1]?.answer()
    await settle()
    const agent = await connect()
    expect((await agent.call('search_by_image', { image })).result.isError).toBeUndefined()
    expect([gateway.calls.length, await used(key)]).toEqual([2, 1])
    await agent.close()
  })
})
