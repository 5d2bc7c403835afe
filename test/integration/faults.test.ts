import { type ErrorCode, PATHS, type Problem, type Provider } from '@find-on-1688/shared'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../fakes/gateway/index.ts'
import { type Sandbox, startSandbox } from '../fakes/sandbox/index.ts'

/** The error code for each failure of the platform, and the most calls that may be made for it. */
const OUTCOMES: [Fault, ErrorCode, number][] = [
  ['reset', 'upstream_unavailable', 3],
  ['reset-mid-body', 'upstream_unavailable', 3],
  ['http-500', 'upstream_unavailable', 3],
  ['http-502', 'upstream_unavailable', 3],
  ['http-503', 'upstream_unavailable', 3],
  ['http-503-date', 'upstream_unavailable', 3],
  ['http-503-garbage', 'upstream_unavailable', 3],
  ['http-429', 'upstream_throttled', 3],
  ['http-413', 'upstream_rejected_image', 1],
  ['html', 'upstream_bad_response', 1],
  ['truncated-json', 'upstream_bad_response', 1],
  ['huge-json', 'upstream_bad_response', 1],
  ['redirect', 'upstream_bad_response', 1],
  ['gzip-bomb', 'upstream_bad_response', 1],
  ['wrong-length', 'upstream_unavailable', 3],
  ['empty', 'upstream_bad_response', 1],
  ['wrong-shape', 'upstream_bad_response', 1],
  ['throttle', 'upstream_throttled', 3],
  ['throttle-in-200', 'upstream_throttled', 3],
  ['token-expired', 'upstream_unauthorized', 1],
  ['token-expired-in-200', 'upstream_unauthorized', 1],
  ['quota', 'upstream_quota_exhausted', 1],
  ['acl', 'upstream_access_denied', 1],
  ['unsupported', 'upstream_access_denied', 1],
  ['isp-error', 'upstream_unavailable', 3],
  ['isp-timeout', 'upstream_timeout', 3],
  ['isp-connect', 'upstream_unavailable', 3],
  ['hsf-timeout', 'upstream_unavailable', 3],
  ['new-code', 'upstream_unavailable', 1],
  ['throttle-of-api', 'upstream_throttled', 3],
  ['throttle-camel-case', 'upstream_throttled', 3],
  ['token-exception', 'upstream_unauthorized', 1],
  ['token-error', 'upstream_unauthorized', 1],
  ['error-msg', 'upstream_unavailable', 1],
  ['picture-format', 'upstream_rejected_image', 1],
  ['picture-session', 'upstream_rejected_image', 1],
  ['picture-chinese', 'upstream_rejected_image', 1],
  ['picture-system', 'upstream_rejected_image', 1],
  ['system-error', 'upstream_unavailable', 3],
  ['system-chinese', 'upstream_unavailable', 3],
  ['busy-chinese', 'upstream_unavailable', 3],
  ['rate-chinese', 'upstream_throttled', 3],
  ['quota-chinese', 'upstream_quota_exhausted', 1],
  ['clock-expired', 'upstream_signature_rejected', 1],
  ['clock-missing', 'upstream_signature_rejected', 1],
  ['token-text', 'upstream_unauthorized', 1],
  ['text-unknown', 'upstream_unavailable', 1],
  ['text-unknown-chinese', 'upstream_unavailable', 1],
]

let variants = 0

/** The same pixels, with a comment of their own. */
function fresh(jpeg: Buffer): Buffer {
  const comment = Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, 0])
  comment.writeUInt32BE(++variants, 4)
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])
}

describe.each<Provider>(['image-search', 'crossborder', 'dropship'])(
  'a failure of the platform behind %s',
  (provider) => {
    let sandbox: Sandbox
    let picture: Buffer
    const answers: string[] = []
    let retries = 1

    beforeAll(async () => {
      sandbox = await startSandbox({
        provider,
        settings: { CACHE_SECONDS: '0', MAX_QPS: '100' },
        maxQps: 100,
      })
      picture = sandbox.shop.pictures.find(({ story }) => story === 'main')?.bytes ?? Buffer.alloc(0)
    })
    afterEach(() => sandbox.gateway.clearFaults())
    afterAll(() => sandbox?.close())

    /** By default with a picture that was never sent: a refused one is remembered. */
    async function search(body = fresh(picture)): Promise<{ status: number; body: Problem; text: string }> {
      const response = await fetch(sandbox.workerUrl + PATHS.search, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { Authorization: `Bearer ${sandbox.clientKey}`, 'Content-Type': 'image/jpeg' },
      })
      const text = await response.text()
      answers.push(text + JSON.stringify([...response.headers]))
      return { status: response.status, body: JSON.parse(text), text }
    }

    test('is not visible if a retry succeeds', async () => {
      sandbox.gateway.setFault('http-500', { times: 1 })
      const other = sandbox.shop.pictures.find(
        ({ type, bytes }) => type === 'image/jpeg' && bytes !== picture,
      )
      expect((await search(other?.bytes)).status).toBe(200)
    })

    test.each(OUTCOMES)('%s becomes %s after at most %i calls', async (fault, code, calls) => {
      sandbox.gateway.arrivals.length = 0
      sandbox.gateway.setFault(fault)
      const { body } = await search()
      expect(body.code).toBe(code)
      const made = sandbox.gateway.arrivals.length
      expect(made).toBeGreaterThanOrEqual(1)
      expect(made).toBeLessThanOrEqual(calls)
      // A followed redirect would be logged as a call to its target.
      expect(sandbox.gateway.arrivals.map(({ api }) => api).join()).not.toContain('redirected')
      retries += made - 1
    })

    test('causes at most three retries plus one for every ten searches', () => {
      expect(retries).toBeGreaterThan(0)
      expect(retries).toBeLessThanOrEqual(3 + OUTCOMES.length / 10)
    })

    test('hostile offers are sanitized', async () => {
      sandbox.gateway.setFault('hostile-offers')
      const { status, text } = await search()
      expect(status).toBe(200)
      expect(text).not.toMatch(/javascript:|data:text|<script|<img|onerror|evil|"-5"/)
    })

    test.each<Fault>(['data-null', 'data-missing'])(
      '%s means no offers, and is not a failure',
      async (fault) => {
        sandbox.gateway.setFault(fault)
        const { status, body } = await search()
        expect(status).toBe(200)
        expect(body).toMatchObject({ offers: [], hasMore: false })
      },
    )

    test('puts no secret into any answer, even if the platform echoes what it was sent', async () => {
      sandbox.gateway.setFault('echo-secret')
      expect((await search()).status).toBe(502)
      expect(answers.length).toBeGreaterThan(OUTCOMES.length)
      for (const secret of sandbox.secrets) expect(answers.join('\n')).not.toContain(secret)
    })
  },
)
