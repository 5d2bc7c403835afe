import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  ApiError,
  createClient,
  createOperator,
  type Operator,
  type Picture,
  type SearchParameters,
} from '@find-on-1688/shared/client'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { PATIENT, type Sandbox, startSandbox } from '../../fakes/sandbox/index.ts'

let sandbox: Sandbox
let operator: Operator
beforeAll(async () => {
  sandbox = await startSandbox({ provider: 'crossborder', refreshToken: 'refresh-token' })
  operator = createOperator({ address: sandbox.workerUrl, adminToken: sandbox.adminToken }, PATIENT)
})
afterEach(() => sandbox.gateway.clearFaults())
afterAll(() => sandbox?.close())

const connect = (key = sandbox.clientKey, retries = {}) =>
  createClient({ address: sandbox.workerUrl, key }, { ...PATIENT, retries })

let pictures = 0

/** A picture of the shop with new bytes, so that no answer is cached for it. */
function picture(): Buffer {
  const { bytes = Buffer.alloc(0) } = sandbox.shop.pictures.find(({ story }) => story === 'main') ?? {}
  const comment = Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, 0])
  comment.writeUInt32BE(++pictures, 4)
  return Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)])
}

async function failureOf(work: Promise<unknown>): Promise<ApiError> {
  const error = await work.then(
    () => expect.fail('it did not fail'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ApiError)
  for (const secret of sandbox.secrets) expect(`${error} ${JSON.stringify(error)}`).not.toContain(secret)
  return error as ApiError
}

test('a picture finds offers, and the same one again costs nothing', async () => {
  const { key } = await operator.createClient({ name: 'new' })
  const client = connect(key)
  const bytes = picture()
  const again: Picture = new Blob([new Uint8Array(bytes)])
  const few: SearchParameters = { pageSize: 5 }
  const answer = await client.search(bytes, few)
  expect(sandbox.shop.offerIds('main')).toContain(answer.offers[0]?.offerId)
  expect(answer.image?.bytes).toBe(bytes.length)
  expect((await client.search(again, few)).cached).toBe(true)
  expect((await client.usage()).dailySearches.used).toBe(1)
})

test('an address is searched', async () => {
  const offer = sandbox.gateway.catalogue.offers[0]
  const imageUrl = `${sandbox.gateway.url.replace('/openapi', '')}/img/${offer?.picture}.jpg`
  const { offers, image } = await connect().search({ imageUrl })
  expect(image).toBeNull()
  expect(offers.map(({ offerId }) => offerId)).toContain(offer?.offerId)
})

test('events tell how far a search is', async () => {
  sandbox.gateway.setFault('throttle', { times: 1 })
  const events: string[] = []
  const { offers } = await connect().search(picture(), {}, { onProgress: ({ event }) => events.push(event) })
  expect(offers.length).toBeGreaterThan(0)
  expect(events[0]).toBe('queued')
  expect(events).toContain('searching')
  expect(events).toContain('retrying')
})

test('an offer, rates, keys and health are read', async () => {
  const client = connect()
  const { offerId = '' } = sandbox.gateway.catalogue.offers[0] ?? {}
  expect((await client.offer(offerId)).offerId).toBe(offerId)
  expect((await client.rates()).rates.CNY).toMatch(/^\d/)
  expect((await client.attestationKeys()).keys).toHaveLength(1)
  expect((await client.health()).provider).toBe('crossborder')
})

test('who is too fast is told how long to wait, and is then served', async () => {
  const { key } = await operator.createClient({ name: 'fast', searchesPerMinute: 4 })
  const impatient = connect(key, { attempts: 1 })
  for (let i = 0; i < 4; i++) await impatient.search(picture())
  const failure = await failureOf(impatient.search(picture()))
  expect(failure).toMatchObject({ code: 'rate_limited', status: 429, requestId: expect.any(String) })
  expect(failure.retryAfterMs).toBeGreaterThan(0)
  const codes: string[] = []
  const { provider } = await connect(key).search(
    picture(),
    {},
    { onRetry: ({ code }) => codes.push(code), onProgress: () => {} },
  )
  expect(provider).toBe('crossborder')
  // After a wait that was too short it would have been refused once more.
  expect(codes).toEqual(['rate_limited'])
})

test('a day that is used up, and a key that was revoked, are told', async () => {
  const { id, key } = await operator.createClient({ name: 'short', dailySearches: 1 })
  const client = connect(key, { attempts: 1 })
  await client.search(picture())
  const failure = await failureOf(client.search(picture()))
  expect(failure).toMatchObject({ code: 'quota_exhausted', status: 429 })
  expect(failure.retryAfterMs).toBeGreaterThan(0)
  await operator.revoke(id)
  expect(await failureOf(client.search(picture()))).toMatchObject({ code: 'unauthorized', status: 401 })
  expect(await failureOf(operator.revoke(id))).toMatchObject({ code: 'invalid_request' })
})

test('who stops gets nothing more, and others are served', async () => {
  const stop = new AbortController()
  const onProgress = vi.fn(() => stop.abort(new Error('closed')))
  const client = connect()
  const failure = await failureOf(client.search(picture(), {}, { signal: stop.signal, onProgress }))
  expect(failure).toMatchObject({ code: 'aborted', cause: new Error('closed') })
  expect(onProgress).toHaveBeenCalledTimes(1)
  await expect(client.search(picture())).resolves.toMatchObject({ cached: false })
})

test('what the worker refuses, it refuses in its own words', async () => {
  const client = connect()
  const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')
  expect(await failureOf(client.search(webp))).toMatchObject({ code: 'image_unsupported', status: 415 })
  const elsewhere = client.search({ imageUrl: 'https://shop.example/bag.jpg' })
  expect(await failureOf(elsewhere)).toMatchObject({ code: 'not_supported', status: 501 })
  const wrong = createOperator({ address: sandbox.workerUrl, adminToken: 'another-admin-token' }, PATIENT)
  expect(await failureOf(wrong.metrics())).toMatchObject({ code: 'unauthorized', status: 401 })
})

test('the operator lists clients, reads the hours and has the doctor look', async () => {
  const { id } = await operator.createClient({ name: 'Li', dailySearches: 7 })
  const { clients } = await operator.clients()
  expect(clients.find((client) => client.id === id)).toMatchObject({ name: 'Li', searchesToday: 0 })
  expect((await operator.doctor()).status).toBe('ok')
  expect((await operator.metrics()).hours[0]?.searches).toBeGreaterThan(0)
})

/** In front of the worker: cuts the first answers in their midst, and counts what is sent. */
async function startCutting(cuts: number) {
  let requests = 0
  const server = createServer(async (request, response) => {
    const isCut = ++requests <= cuts
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { authorization = '', accept = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(sandbox.workerUrl + request.url, {
      method: request.method ?? 'GET',
      headers: { Authorization: authorization, Accept: accept, 'Content-Type': type },
      body: Buffer.concat(chunks),
    })
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? '' })
    await pass(answer, response, isCut)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** All of the answer; or its first piece less the last byte, and then nothing more of either. */
async function pass({ body }: Response, to: ServerResponse, isCut: boolean): Promise<void> {
  for await (const piece of body ?? []) {
    if (!isCut) to.write(piece)
    else return void to.write(piece.subarray(0, -1), () => to.destroy())
  }
  to.end()
}

describe.each(['events', 'JSON'])('where %s break off', (form) => {
  const listen = form === 'events' ? { onProgress: () => {} } : {}

  test('a batch search is sent again, answered, and counted once', async () => {
    const { address, requests, close } = await startCutting(2)
    const { key } = await operator.createClient({ name: 'batch' })
    const client = createClient({ address, key }, PATIENT)
    const answer = await client.search(picture(), { priority: 'batch' }, listen)
    expect(answer.offers.length).toBeGreaterThan(0)
    expect(requests()).toBe(3)
    expect((await connect(key).usage()).dailySearches.used).toBe(1)
    close()
  })

  test("a person's search is not, since it may have been counted", async () => {
    const { address, requests, close } = await startCutting(1)
    const failure = await failureOf(
      createClient({ address, key: sandbox.clientKey }, PATIENT).search(picture(), {}, listen),
    )
    expect(failure.code).toBe('proxy_cut_off')
    expect(requests()).toBe(1)
    close()
  })
})

test('a redirect of a real server is not followed, nor is the key sent along', async () => {
  const keys: unknown[] = []
  const elsewhere = createServer((request, response) => {
    keys.push(request.headers.authorization)
    response.end('{}')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const target = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  const server = createServer((_, response) => response.writeHead(307, { Location: `${target}/` }).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const failure = await failureOf(createClient({ address, key: sandbox.clientKey }).search(picture()))
  expect(failure).toMatchObject({ code: 'proxy_redirected', status: 307 })
  expect(failure.detail).toContain(target)
  expect(keys).toEqual([])
  for (const each of [server, elsewhere]) each.close()
})
