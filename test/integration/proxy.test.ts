import { type Doctor, PATHS, type Problem, type SearchAnswer } from '@find-on-1688/shared'
import { createClient } from '@find-on-1688/shared/client'
import { afterEach, describe, expect, test } from 'vitest'
import { mostInWindow } from '../fakes/gateway/arrivals.ts'
import {
  issueClient,
  PATIENT,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../fakes/sandbox/index.ts'
import { sendRaw } from './raw-request.ts'
import { retryWhenStalled } from './retry-when-stalled.ts'

let sandbox: Sandbox
afterEach(() => sandbox?.close())

async function open(options: SandboxOptions = {}): Promise<void> {
  await sandbox?.close()
  sandbox = await startSandbox({ provider: 'image-search', ...options })
}

/** A picture with new bytes, so that no answer is cached for it. */
function picture(variant = 0): Uint8Array<ArrayBuffer> {
  const { bytes } = sandbox.shop.pictures.find(({ type }) => type === 'image/jpeg') ?? {
    bytes: Buffer.alloc(0),
  }
  const comment = Uint8Array.from([0xff, 0xfe, 0, 6, ...new Uint8Array(new Uint32Array([variant]).buffer)])
  return Uint8Array.from([...bytes.subarray(0, 2), ...comment, ...bytes.subarray(2)])
}

function search(
  body: string | Uint8Array<ArrayBuffer>,
  {
    key = sandbox.clientKey,
    path = PATHS.search as string,
    query = '',
    type = 'image/jpeg',
    accept = '*/*',
  } = {},
) {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': type, Accept: accept }
  return fetch(sandbox.workerUrl + path + query, { method: 'POST', headers, body })
}

async function keys(count: number): Promise<string[]> {
  const issue = (i: number) => issueClient(sandbox.workerUrl, sandbox.adminToken, `client ${i}`)
  return (await Promise.all(Array.from({ length: count }, (_, i) => issue(i)))).map(({ key }) => key)
}

async function eventsOf(response: Response) {
  return (await response.text())
    .trim()
    .split('\n\n')
    .map((block) => ({
      event: /^event: (\w+)/.exec(block)?.[1],
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null'),
    }))
}

const OTHER = { appKey: '2000000', appSecret: 'other-secret', accessToken: 'other-token' }

describe('several app keys', () => {
  test('each have their own limit, and identical pictures go to the same one', async () => {
    await open({ others: [OTHER], settings: { CACHE_SECONDS: '0' } })
    const [...some] = await keys(8)
    const answers = await Promise.all(some.map((key, i) => search(picture(i % 4), { key })))
    expect(answers.map(({ status }) => status)).toEqual(some.map(() => 200))
    const { arrivals } = sandbox.gateway
    expect(arrivals).toHaveLength(4)
    for (const appKey of ['1000000', OTHER.appKey]) {
      const times = arrivals.filter((arrival) => arrival.appKey === appKey).map(({ at }) => at)
      expect(mostInWindow(times)).toBeLessThanOrEqual(3)
    }
  })

  test('replace one that the platform refuses, and the doctor reports it', async () => {
    await open({ others: [OTHER] })
    const bad = sandbox.gateway.apps[1]
    if (bad) bad.appSecret = 'changed at the platform'
    const statuses = []
    for (let i = 0; i < 8; i++) statuses.push((await search(picture(100 + i))).status)
    expect(statuses).toEqual(statuses.map(() => 200))
    const refused = sandbox.gateway.arrivals.filter(({ outcome }) => outcome !== 'ok')
    expect(refused.length).toBeLessThanOrEqual(1)
    const headers = { Authorization: `Bearer ${sandbox.adminToken}` }
    const text = await (await fetch(sandbox.workerUrl + PATHS.adminDoctor, { headers })).text()
    const { apps, status } = JSON.parse(text) as Doctor
    expect(status).toBe('attention')
    expect(apps.map(({ recommended }) => recommended)).toEqual(['crossborder', null])
    for (const secret of sandbox.secrets) expect(text).not.toContain(secret)
  })
})

describe('an access token', () => {
  test('that the platform no longer accepts is renewed once, without any client noticing', () =>
    retryWhenStalled(async () => {
      await open({
        provider: 'crossborder',
        refreshToken: 'first-refresh-token',
        settings: { CACHE_SECONDS: '0' },
      })
      const [app] = sandbox.gateway.apps
      if (app) app.accessToken = 'the configured one has expired'
      const [...some] = await keys(3)
      const answers = await Promise.all(some.map((key, i) => search(picture(i), { key })))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      const renewals = sandbox.gateway.arrivals.filter(({ api }) => api.startsWith('system.oauth2'))
      expect(renewals).toHaveLength(1)
      expect(sandbox.gateway.maxArrivalsPerSecond()).toBeLessThanOrEqual(3)
    }))

  test('that cannot be renewed makes an error that says what to do', async () => {
    await open({ provider: 'crossborder', refreshToken: 'first-refresh-token' })
    const [app] = sandbox.gateway.apps
    if (app) Object.assign(app, { accessToken: 'expired', refreshToken: 'expired, too' })
    const problem = (await (await search(picture())).json()) as Problem
    expect(problem).toMatchObject({ code: 'upstream_unauthorized', status: 502 })
    expect(problem.detail).toContain('npm run authorize')
  })
})

describe('a waiting client', () => {
  test('gets an estimate of its wait that is off by at most a fifth', () =>
    retryWhenStalled(async () => {
      await open({ settings: { CACHE_SECONDS: '0' }, latencyMs: 100 })
      // Without matching pictures, the fake answers at a steady pace: the wait in the queue is what is measured.
      sandbox.gateway.setFault('data-null')
      const [...some] = await keys(8)
      const off: number[] = []
      await Promise.all(
        some.map(async (key, i) => {
          const response = await search(picture(i), { key, accept: 'text/event-stream' })
          const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
          const times: Record<string, number> = {}
          let announcedMs: number | undefined
          for (let text = ''; reader; ) {
            const { done, value } = await reader.read()
            if (done) break
            text += value
            for (const [, event, data] of text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)) {
              times[event ?? ''] ??= performance.now()
              if (event === 'queued') announcedMs ??= JSON.parse(data ?? '').waitMs
            }
          }
          const realMs = (times.searching ?? 0) - (times.queued ?? 0)
          if (announcedMs && announcedMs > 300) off.push(Math.abs(announcedMs - realMs) / realMs)
        }),
      )
      expect(off.length).toBeGreaterThanOrEqual(5)
      expect(off.sort((a, b) => a - b)[Math.floor(off.length / 2)]).toBeLessThanOrEqual(0.2)
    }))

  test('is notified of a retry', async () => {
    await open()
    sandbox.gateway.setFault('throttle', { times: 1 })
    const events = await eventsOf(await search(picture(), { accept: 'text/event-stream' }))
    expect(events.map(({ event }) => event)).toEqual([
      'queued',
      'searching',
      'retrying',
      'searching',
      'result',
    ])
    expect(events[2]?.data).toMatchObject({ reason: 'upstream_throttled' })
    expect(events[2]?.data.waitMs).toBeGreaterThanOrEqual(900)
    expect(events[4]?.data.offers.length).toBeGreaterThan(0)
  })
})

test.each(['image-search', 'dropship', 'crossborder'] as const)(
  'a URL is searched by the platform behind %s',
  async (provider) => {
    await open({ provider })
    const offer = sandbox.gateway.catalogue.offers[0]
    const imageUrl = `${sandbox.gateway.url.replace('/openapi', '')}/img/${offer?.picture}.jpg`
    const body = JSON.stringify({ imageUrl })
    // The second path keeps working for those who use it, though nothing describes it.
    for (const path of [PATHS.searchAddress, PATHS.search]) {
      const response = await search(body, { type: 'application/json', path })
      const answer = (await response.json()) as SearchAnswer
      expect(answer).toMatchObject({ provider, image: null, cached: path === PATHS.search })
      expect(answer.offers.map(({ offerId }) => offerId)).toContain(offer?.offerId)
    }
  },
)

test('an offer has price tiers, unit, weight and size', async () => {
  await open({ provider: 'crossborder' })
  const offer = sandbox.gateway.catalogue.offers.find(({ priceTiers }) => priceTiers.length > 1)
  const client = createClient({ address: sandbox.workerUrl, key: sandbox.clientKey }, PATIENT)
  const answer = await client.offer(offer?.offerId ?? '')
  expect(answer.priceTiers).toHaveLength(offer?.priceTiers.length ?? 0)
  expect(answer).toMatchObject({ minOrder: offer?.minOrder, unit: offer?.unit, cached: false })
  expect(answer.shipping.weightKg).toBe(offer?.weightKg)
})

test('an endless body is refused once it exceeds the limit', async () => {
  await open()
  const head = [`Authorization: Bearer ${sandbox.clientKey}`, 'Content-Type: image/jpeg']
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536), Buffer.from('\r\n')])
  const chunked = [...head, 'Transfer-Encoding: chunked']
  const answer = await sendRaw(sandbox.workerUrl, chunked, (write) => {
    for (let i = 0; i < 100; i++) write(chunk)
  })
  expect(answer).toContain('image_too_large')
  expect(sandbox.gateway.arrivals).toEqual([])
})
