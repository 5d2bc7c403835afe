import * as v from 'valibot'
import { expect, test } from 'vitest'
import { AppError, ERRORS, type ErrorCode } from './errors.ts'
import { ErrorCodeSchema, problemOf } from './problem.ts'

/** The published table that other clients rely on, not derived from the code. */
const TABLE: Record<number, string[]> = {
  400: ['invalid_request'],
  401: ['unauthorized'],
  413: ['image_too_large'],
  415: ['image_unsupported'],
  429: ['rate_limited', 'quota_exhausted'],
  501: ['not_supported'],
  502: [
    'upstream_signature_rejected',
    'upstream_unauthorized',
    'upstream_access_denied',
    'upstream_quota_exhausted',
    'upstream_rejected_image',
    'upstream_bad_response',
    'upstream_unavailable',
  ],
  503: ['busy', 'upstream_throttled', 'not_configured'],
  504: ['upstream_timeout'],
  500: ['internal'],
}

test('the codes and their statuses are exactly the published ones', () => {
  const published = Object.entries(TABLE).flatMap(([status, codes]) =>
    codes.map((code) => [code, Number(status)]),
  )
  const ours = Object.entries(ERRORS).map(([code, [status]]) => [code, status])
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(published))
})

test.each(['toString', '__proto__', '', undefined, 'Busy'])('%o is not a code', (value) => {
  expect(v.is(ErrorCodeSchema, value)).toBe(false)
})

test.each(Object.keys(ERRORS) as ErrorCode[])('a problem with %s contains its row and the detail', (code) => {
  expect(problemOf(new AppError(code, 'Why.'), 'r-1')).toEqual({
    type: `urn:find-on-1688:problem:${code}`,
    ...{ title: ERRORS[code][1], status: ERRORS[code][0] },
    ...{ detail: 'Why.', code, requestId: 'r-1' },
  })
})

test('a wait is in whole milliseconds and never negative', () => {
  const wait = (retryAfterMs: number) =>
    problemOf(new AppError('busy', '', { retryAfterMs }), '').retryAfterMs
  expect([wait(12.3), wait(-5), wait(0)]).toEqual([13, 0, 0])
})
