import { env } from 'cloudflare:workers'
import { type Doctor, type Metrics, PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Bindings } from '../bindings.ts'
import {
  createTestClient,
  fetchWorker,
  jpegOf,
  mockGateway,
  searchInit,
  statusAndCode,
} from '../testing/http.ts'

const admin = { Authorization: `Bearer ${env.ADMIN_TOKEN}` }
const MISSING = { error_code: 'gw.ParamMissing', error_message: 'Required argument' }
const DENIED = { error_code: 'gw.APIACLDecline', error_message: 'AppKey is not allowed(acl)' }

afterEach(() => vi.restoreAllMocks())

/** In 1688's form, in China's time zone. */
function platformTime(ms: number): string {
  const digits = new Date(ms + 8 * 3_600_000).toISOString().replace(/\D/g, '')
  return `${digits.slice(0, 17)}+0800`
}

/** A gateway that grants everything, with exceptions by a part of an API's name. */
function grant(others: Record<string, object | string> = {}) {
  return mockGateway((api) => {
    const other = Object.entries(others).find(([part]) => api.includes(part))?.[1]
    if (other !== undefined) return other as object
    return api.startsWith('param2/1/system/currentTime')
      ? (platformTime(Date.now()) as unknown as object)
      : MISSING
  })
}

async function diagnose(bindings: Bindings = env) {
  const response = await fetchWorker(PATHS.adminDoctor, { headers: admin }, bindings)
  const text = await response.text()
  expect(text).not.toMatch(/canary\+/)
  const findings = JSON.parse(text) as Doctor
  const find = (name: string) =>
    [...findings.checks, ...(findings.apps[0]?.checks ?? [])].find((check) => check.name === name)
  return { findings, find }
}

describe('the doctor', () => {
  test('finds nothing if nothing is wrong', async () => {
    grant()
    const { findings } = await diagnose()
    expect(findings).toMatchObject({ status: 'ok', provider: 'crossborder', recommended: 'crossborder' })
    const all = [...findings.checks, ...(findings.apps[0]?.checks ?? [])]
    expect(all.map(({ status }) => status)).not.toContain('failed')
    expect(all).toHaveLength(10)
  })

  test("names an API that is not granted with the platform's code, and recommends one that is", async () => {
    grant({
      'product.search.imageQuery': DENIED,
      'product.image.search': { error_response: { code: 'gw.APIUnsupported' } },
    })
    const { findings, find } = await diagnose()
    expect(findings).toMatchObject({ status: 'attention', recommended: 'dropship' })
    expect(find('crossborder search')).toMatchObject({
      status: 'failed',
      code: 'upstream_access_denied',
      platformCode: 'gw.APIACLDecline',
      remedy: expect.stringContaining('Subscribe'),
    })
    expect(find('crossborder upload')?.status).toBe('ok')
    expect(find('image-search')).toMatchObject({ status: 'failed', platformCode: 'gw.APIUnsupported' })
  })

  test.each([
    ['gw.SignatureInvalid', 'upstream_signature_rejected', 'APP_SECRET'],
    ['gw.AppKeyNotFound', 'upstream_unauthorized', 'APP_KEY'],
  ])('knows %s', async (platformCode, code, remedy) => {
    grant({ '': { error_code: platformCode } })
    const { findings, find } = await diagnose()
    expect(findings).toMatchObject({ status: 'attention', recommended: null })
    expect(find('key and signature')).toMatchObject({ status: 'failed', code, platformCode })
    expect(find('key and signature')?.remedy).toContain(remedy)
  })

  test('tells a refused token from a refused key', async () => {
    grant({ 'com.alibaba.fenxiao': { error_code: '401' }, 'similar.offer': { error_code: '401' } })
    const { findings, find } = await diagnose()
    expect(find('key and signature')?.status).toBe('ok')
    expect(find('token')).toMatchObject({ status: 'failed', platformCode: '401' })
    expect(findings.recommended).toBe('image-search')
  })

  test('does not vouch for a token that no call got far enough to check', async () => {
    for (const body of [{ error_code: 'gw.SignatureInvalid' }, { error_code: 'gw.APIUnsupported' }]) {
      grant({ '': body })
      expect((await diagnose()).find('token')?.status).toBe('skipped')
    }
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'))
    expect((await diagnose()).find('token')?.status).toBe('skipped')
    grant({ '': { error_code: 'gw.APIACLDecline' } })
    expect((await diagnose()).find('token')?.status).toBe('ok')
  })

  test('knows failures that come without a code', async () => {
    grant({
      'com.alibaba.fenxiao': { exception: 'Request need user authorized', request_id: '1' },
      'similar.offer': { error: 'Request need user authorized' },
    })
    const token = await diagnose()
    expect(token.find('token')).toMatchObject({ status: 'failed', code: 'upstream_unauthorized' })
    expect(token.find('crossborder upload')?.status).toBe('failed')
    expect(token.findings.recommended).toBe('image-search')
    grant({ '': { error_code: '400', error_message: 'Request is expired' } })
    expect((await diagnose()).find('key and signature')).toMatchObject({
      status: 'failed',
      remedy: expect.stringContaining('clock'),
    })
    grant({ currentTime: { error_code: '7', error_message: 'Odd. Very odd' } })
    expect((await diagnose()).find('key and signature')).toMatchObject({
      detail: expect.stringContaining('“Odd. Very odd”.'),
      remedy: expect.stringMatching(/^Try again/),
    })
  })

  test('notices a wrong clock', async () => {
    grant({ currentTime: platformTime(Date.now() - 20 * 60_000) })
    expect((await diagnose()).find('clock')).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('1200 s'),
    })
  })

  test('names missing settings and makes no call', async () => {
    const calls = grant()
    const { findings } = await diagnose({ ...env, APP_SECRET: '', ACCESS_TOKEN: '' })
    expect(findings.status).toBe('attention')
    expect(findings.checks.map(({ detail }) => detail).join()).toMatch(/APP_SECRET.*ACCESS_TOKEN/)
    expect(calls).toEqual([])
  })

  test('is only for the operator', async () => {
    for (const path of [PATHS.adminDoctor, PATHS.adminMetrics])
      expect(await statusAndCode(await fetchWorker(path))).toEqual([401, 'unauthorized'])
  })
})

test('the hours count searches, calls, failures, waits and what cost no call', async () => {
  const { key } = await createTestClient()
  mockGateway((api) =>
    api.includes('upload')
      ? { result: { success: true, result: '1' } }
      : { result: { success: true, result: { data: [] } } },
  )
  const hour = async () => {
    const { hours } = await (await fetchWorker(PATHS.adminMetrics, { headers: admin })).json<Metrics>()
    return hours[0] ?? { searches: 0, calls: 0, cacheHits: 0, failures: {}, app: '', waitMs: { p50: 0 } }
  }
  const before = await hour()
  const picture = jpegOf(400, 400)
  await fetchWorker(PATHS.search, searchInit(key, picture))
  await vi.waitFor(async () => {
    const answer = await (await fetchWorker(PATHS.search, searchInit(key, picture))).json<SearchAnswer>()
    expect(answer.cached).toBe(true)
  })
  vi.restoreAllMocks()
  mockGateway(() => DENIED)
  await fetchWorker(PATHS.search, searchInit(key, jpegOf(400, 400)))
  const after = await hour()
  expect(after.calls - before.calls).toBe(3)
  expect(after.searches - before.searches).toBeGreaterThanOrEqual(2)
  expect(after.failures).toMatchObject({ upstream_access_denied: expect.any(Number) })
  expect(after.waitMs.p50).toEqual(expect.any(Number))
  expect(JSON.stringify(after)).not.toContain(env.APP_KEY)
})

test('each request logs one line with its client and its cost, without picture, key or address', async () => {
  const { id, key } = await createTestClient()
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
  mockGateway((api) =>
    api.includes('upload')
      ? { result: { success: true, result: '1' } }
      : { result: { success: true, result: { data: [] } } },
  )
  const points: unknown[] = []
  const METRICS = {
    writeDataPoint: (point: unknown) => points.push(point),
  } as unknown as AnalyticsEngineDataset
  const picture = jpegOf(400, 400)
  const init = searchInit(key, picture)
  await fetchWorker(
    `${PATHS.search}?page=2`,
    { ...init, headers: { ...init.headers, 'CF-Connecting-IP': '203.0.113.9' } },
    { ...env, METRICS },
  )
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    requestId: expect.any(String),
    client: id,
    route: 'POST /v1/search',
    status: 200,
    cache: 'miss',
    calls: 2,
    waitMs: expect.any(Number),
    upstreamMs: expect.any(Number),
    totalMs: expect.any(Number),
  })
  for (const secret of [key, picture.toBase64().slice(0, 40), '203.0.113.9', 'canary'])
    expect(lines.join()).not.toContain(secret)
  expect(points).toEqual([
    { indexes: [id], blobs: ['POST /v1/search', '', 'miss'], doubles: expect.any(Array) },
  ])
})

describe('several app keys', () => {
  const app = (appKey: string) => ({ appKey, appSecret: 'canary+of/app', accessToken: 'canary+token/app' })
  const several = (...keys: string[]): Bindings => ({
    ...env,
    APP_KEYS: JSON.stringify(keys.map(app)),
    APP_KEY: undefined as never,
  })

  test('are validated as one setting, which is never shown', async () => {
    for (const APP_KEYS of [
      '{',
      '[]',
      '{"appKey":"canary"}',
      '[{"appKey":"canary"}]',
      JSON.stringify([app('a'), app('a')]),
    ]) {
      const response = await fetchWorker(PATHS.health, {}, { ...env, APP_KEYS })
      const text = await response.text()
      expect(response.status).toBe(503)
      expect(text).toContain('APP_KEYS')
      expect(text).not.toContain('canary')
    }
    expect((await fetchWorker(PATHS.health, {}, several('a', 'b'))).status).toBe(200)
  })
})
