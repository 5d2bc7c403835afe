import { expect, test } from 'vitest'
import { mayHaveCounted, reactionTo, waitBefore } from './retries.ts'

test('a full worker is waited for, however often', () => {
  for (const attempt of [1, 10, 1000]) expect(reactionTo('busy', attempt, 0)).toBe('repeat')
})

test('a connection that stays broken pauses the list in the end', () => {
  let waitedMs = 0
  let attempt = 1
  for (; reactionTo('proxy_unreachable', attempt, 0) === 'repeat'; attempt++)
    waitedMs += waitBefore(attempt, undefined)
  expect(reactionTo('proxy_unreachable', attempt, 0)).toBe('pause')
  expect(waitedMs).toBeGreaterThan(4 * 60_000)
  expect(waitedMs).toBeLessThan(6 * 60_000)
})

test('what would refuse every search pauses it at once', () => {
  for (const code of ['unauthorized', 'quota_exhausted', 'upstream_quota_exhausted', 'storage_full'] as const)
    expect(reactionTo(code, 1, 0)).toBe('pause')
})

test('one picture that fails does not stop the others; the fifth failure in a row does', () => {
  expect([0, 1, 2, 3, 4].map((before) => reactionTo('upstream_timeout', 1, before))).toEqual([
    ...['fail', 'fail', 'fail', 'fail', 'fail_and_pause'],
  ])
  expect(reactionTo('upstream_rejected_image', 1, 50)).toBe('fail')
})

test('a worker that understands no request pauses the list', () => {
  expect([0, 1, 2].map((before) => reactionTo('invalid_request', 1, before))).toEqual([
    ...['fail', 'fail', 'fail_and_pause'],
  ])
})

test('the time that a refusal names is waited; otherwise a growing one of a minute at most', () => {
  expect(waitBefore(3, 7)).toBe(7)
  expect([1, 2, 3, 20].map((attempt) => waitBefore(attempt, undefined))).toEqual([2000, 4000, 8000, 60_000])
})

test('a refusal before any call takes the search off the count again', () => {
  const counted = [
    'upstream_timeout',
    'upstream_rejected_image',
    'proxy_timeout',
    'internal',
    'storage_full',
  ] as const
  const free = ['busy', 'rate_limited', 'quota_exhausted', 'invalid_request', 'image_too_large'] as const
  expect(counted.map(mayHaveCounted)).not.toContain(false)
  expect(free.map(mayHaveCounted)).not.toContain(true)
})
