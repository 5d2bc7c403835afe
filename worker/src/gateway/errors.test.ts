import { describe, expect, test } from 'vitest'
import { crossborder } from '../providers/crossborder.ts'
import { dropship } from '../providers/dropship.ts'
import { imageSearch } from '../providers/image-search.ts'
import type { SearchProvider } from '../providers/provider.ts'
import { errorOf, responseOf } from '../testing/upstream.ts'

type Dialect = [name: string, SearchProvider, (code: string, message?: string) => object]
const aop = (code: string, message = 'words') => ({ error_code: code, error_message: message })
const DIALECTS: Dialect[] = [
  ['crossborder', crossborder, aop],
  ['crossborder, camel case', crossborder, (c, m) => ({ errorCode: c, errorMessage: m })],
  ['dropship', dropship, aop],
  ['image-search', imageSearch, (code, msg = 'words') => ({ error_response: { code, msg } })],
]

const ROWS: [code: string, expected: string, retryable: boolean][] = [
  ['gw.APIUnsupported', 'upstream_access_denied', false],
  ['gw.AppKeyMissing', 'upstream_unauthorized', false],
  ['gw.AppKeyNotFound', 'upstream_unauthorized', false],
  ['gw.SignatureMissing', 'upstream_signature_rejected', false],
  ['gw.SignatureInvalid', 'upstream_signature_rejected', false],
  ['401', 'upstream_unauthorized', false],
  ['gw.APIACLDecline', 'upstream_access_denied', false],
  ['gw.ParamMissing', 'internal', false],
  ['gw.NoUsageLeftError', 'upstream_quota_exhausted', false],
  ['gw.QosAppFrequencyLimit', 'upstream_throttled', true],
  ['gw.QosAPIFrequencyLimit', 'upstream_throttled', true],
  ['gw.ISPInvokeError', 'upstream_unavailable', true],
  ['ISPInvokeTimeout', 'upstream_timeout', true],
  ['gw.ISPConnectError', 'upstream_unavailable', true],
]

describe.each(DIALECTS)(
  '%s: a failure in the body counts first, whatever the HTTP status',
  (_name, search, body) => {
    describe.each([200, 400, 401, 403, 413, 429, 500])('HTTP %i', (status) => {
      test.each(ROWS)('%s', async (code, expected, retryable) => {
        const failure = await errorOf(search, responseOf(status, body(code)))
        expect(failure).toMatchObject({ code: expected, retryable })
      })
    })

    test.each(ROWS)("%s: the platform's own text is not repeated", async (code) => {
      const failure = await errorOf(search, responseOf(400, body(code, 'canary words: signature')))
      expect(JSON.stringify({ ...failure, message: failure.message, cause: failure.cause })).not.toContain(
        'canary',
      )
    })

    test.each([
      ['isp.some-throttling', 'x', 'upstream_throttled'],
      ['isv.invalid-sign', 'x', 'upstream_signature_rejected'],
      ['isv.odd', 'session expired', 'upstream_unauthorized'],
      ['isv.odd', 'handle image error with url', 'upstream_rejected_image'],
      ['isv.odd', 'something else', 'upstream_unavailable'],
    ])('an unknown code is guessed from its words: %s, %s', async (code, message, expected) => {
      expect((await errorOf(search, responseOf(200, body(code, message)))).code).toBe(expected)
    })
  },
)

test.each([
  [401, 'upstream_unauthorized', false],
  [429, 'upstream_throttled', true],
  [502, 'upstream_unavailable', true],
  [400, 'upstream_unavailable', false],
])('words that nobody knows mean what HTTP %i means', async (status, code, retryable) => {
  const failure = responseOf(status, { error_code: 'isv.odd', error_msg: 'something else' })
  expect(await errorOf(crossborder, failure)).toMatchObject({ code, retryable, isKeyRefusal: false })
})

test.each([
  { exception: 'Request need user authorized', request_id: '1' },
  { error: 'Request need user authorized' },
  { error: 'invalid_token', error_description: 'the token expired' },
  { errorMsg: 'access token expired', success: false, errorCode: null, result: null },
  { error_code: null, error_message: 'access token expired' },
])('%j is a failure without a code', async (body) => {
  for (const search of [crossborder, dropship, imageSearch])
    expect(await errorOf(search, responseOf(200, body))).toMatchObject({
      code: 'upstream_unauthorized',
      isKeyRefusal: false,
      isTokenRefusal: true,
    })
})

test.each(['GW.APIACLDECLINE', 'apiAclDecline', 'gw.ApiACLDecline'])(
  '%s is a documented code',
  async (code) => {
    for (const body of [{ error_code: code }, { errorCode: code }, { error_response: { code } }])
      expect(await errorOf(imageSearch, responseOf(200, body))).toMatchObject({
        code: 'upstream_access_denied',
        isKeyRefusal: true,
      })
  },
)

test.each(['gw.APIACLDecline', 'gw.SignatureInvalid', '401'])(
  'a service that answers with the code %s means the same, and refuses no key',
  async (code) => {
    for (const body of [
      { code, message: 'x' },
      { success: false, code },
      { result: { success: 'false', code } },
    ])
      for (const search of [crossborder, dropship])
        expect(await errorOf(search, responseOf(200, body))).toMatchObject({
          code: expect.stringMatching(/access_denied|signature_rejected|unauthorized/),
          isKeyRefusal: false,
        })
  },
)

test('codes and words beside a result are no failure', async () => {
  const answer = { error_code: '0', errorMsg: 'ok', exception: 'none', success: true, imageSearchResult: [] }
  await expect(errorOf(dropship, responseOf(200, answer))).rejects.toThrow('no failure')
  const flat = { code: '200', msg: 'done', message: 'done', imageSearchResult: [] }
  await expect(errorOf(dropship, responseOf(200, flat))).rejects.toThrow('no failure')
})

test('a numeric code is read like its text', async () => {
  const numbered = responseOf(200, { error_response: { code: 401 } })
  expect((await errorOf(imageSearch, numbered)).code).toBe('upstream_unauthorized')
  expect((await errorOf(dropship, responseOf(200, { error_code: 401 }))).code).toBe('upstream_unauthorized')
})
