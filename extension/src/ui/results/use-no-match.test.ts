import { expect, test } from 'vitest'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { noMatchOf } from './use-no-match.ts'

/** `undefined` is an offer without a verdict yet. */
function judge(...kinds: (OfferPhotoVerdict['kind'] | undefined)[]) {
  const offers = kinds.map((_, at) => ({ offerId: `${at}` }))
  const verdicts = kinds.flatMap((kind, at) =>
    kind
      ? [[`${at}`, { kind, reasons: [], distance: null, method: 'm' } satisfies OfferPhotoVerdict] as const]
      : [],
  )
  return noMatchOf(offers, Object.fromEntries(verdicts))
}

test('all compared and none the same: no match', () => {
  expect(judge('other', 'other', 'other')).toEqual({ compared: 3, offers: 3 })
})

test('one that is the same, or probably so, is a match', () => {
  expect(judge('other', 'same', 'other')).toBeUndefined()
  expect(judge('other', 'other', 'probably')).toBeUndefined()
})

test('there is no statement until every verdict is known', () => {
  expect(judge('other', 'other', undefined)).toBeUndefined()
  expect(judge()).toBeUndefined()
})

test('some may be uncomparable, and the number compared says so', () => {
  expect(judge('other', 'other', 'not-checked')).toEqual({ compared: 2, offers: 3 })
  expect(judge('other', 'other', 'other', 'cannot-compare', 'not-checked')).toEqual({
    compared: 3,
    offers: 5,
  })
})

test('there is no statement if most could not be compared', () => {
  expect(judge('not-checked', 'not-checked')).toBeUndefined()
  expect(judge('other', 'not-checked', 'cannot-compare')).toBeUndefined()
  expect(judge('other', 'cannot-compare')).toBeUndefined()
})
