import { describe, expect, test } from 'vitest'
import { businessFailure } from '../gateway/business-failure.ts'
import { errorOfCode } from '../gateway/errors.ts'
import { type Api, SUSPENSION_MS } from '../gateway/key-refusal.ts'
import { createKeySuspension } from './key-suspension.ts'

function scene(stored: Record<string, unknown> = {}) {
  const notes = new Map(Object.entries(stored))
  const suspension = createKeySuspension({
    load: (name) => notes.get(name),
    save: (name, value) => void notes.set(name, value),
  })
  const fail = (api: Api, error: unknown) => suspension.track(api, Promise.reject(error)).catch(() => {})
  const suspended = (nowMs = Date.now()) =>
    (['search', 'detail'] as const).filter((api) => suspension.current(api, nowMs) !== undefined)
  return { notes, suspension, fail, suspended }
}

const BOTH = ['search', 'detail']

describe('a key is suspended', () => {
  test.each([
    ['gw.APIUnsupported', ['detail']],
    ['gw.APIACLDecline', ['detail']],
    ['gw.NoUsageLeftError', ['detail']],
    ['gw.AppKeyMissing', BOTH],
    ['gw.AppKeyNotFound', BOTH],
    ['gw.SignatureMissing', BOTH],
    ['GW.signatureinvalid', BOTH],
    ['401', BOTH],
    ['gw.ParamMissing', []],
    ['gw.QosAppFrequencyLimit', []],
    ['gw.ISPInvokeError', []],
  ])('after %s in a detail, for %j', async (code, apis) => {
    const { fail, suspended } = scene()
    await fail('detail', errorOfCode(code))
    expect(suspended()).toEqual(apis)
    expect(suspended(Date.now() + SUSPENSION_MS + 1)).toEqual([])
  })

  test.each([
    ['401', 'access token invalid'],
    ['E', 'Invalid signature'],
    ['E', 'AppKey is not allowed(acl)'],
    ['E', 'Invalid appKey, unsport appKey: 123'],
    ['E', '今日调用次数已达上限'],
    ['gw.APIACLDecline', 'a service that copies a code of the gateway'],
    ['NOT_EXIST_RELATION', 'app has no permission of this offer'],
  ])('never by what a service says of one request: %s, %s', async (code, message) => {
    const { fail, suspended } = scene()
    await fail('search', businessFailure(code, message, 'picture'))
    await fail('detail', businessFailure(code, message, 'offer'))
    expect(suspended()).toEqual([])
  })
})

test('a success ends the suspension of what succeeded', async () => {
  const { fail, suspended, suspension } = scene()
  await fail('search', errorOfCode('gw.SignatureInvalid'))
  await suspension.track('detail', Promise.resolve())
  expect(suspended()).toEqual(['search'])
  suspension.clear()
  expect(suspended()).toEqual([])
})

test('a suspension that an earlier version stored holds for searches', () => {
  const aside = { code: 'upstream_unauthorized', detail: 'Check APP_KEY.', sinceMs: Date.now() }
  const { suspension, suspended } = scene({ aside })
  expect(suspended()).toEqual(['search'])
  expect(suspension.current('search', Date.now())).toMatchObject({
    detail: 'Check APP_KEY.',
    isKeyRefusal: true,
  })
})
