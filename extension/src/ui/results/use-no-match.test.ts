import { expect, test } from 'vitest'
import type { PhotoVerdict } from '../../photo-match/verdicts.ts'
import { noMatchOf } from './use-no-match.ts'

/** `undefined` stands for an offer without a verdict as yet. */
function judge(...kinds: (PhotoVerdict['kind'] | undefined)[]) {
  const offers = kinds.map((_, at) => ({ offerId: `${at}` }))
  const verdicts = kinds.flatMap((kind, at) =>
    kind
      ? [[`${at}`, { kind, reasons: [], distance: null, method: 'm' } satisfies PhotoVerdict] as const]
      : [],
  )
  return noMatchOf(offers, Object.fromEntries(verdicts))
}

test('where all were compared and none shows the photo, that is said', () => {
  expect(judge('other', 'other', 'other')).toEqual({ compared: 3, offers: 3 })
})

test('one that shows it, or probably does, is a match', () => {
  expect(judge('other', 'same', 'other')).toBeUndefined()
  expect(judge('other', 'other', 'probably')).toBeUndefined()
})

test('nothing is said before every verdict is there', () => {
  expect(judge('other', 'other', undefined)).toBeUndefined()
  expect(judge()).toBeUndefined()
})

test('some that cannot be compared do not keep it from being said, with how many were', () => {
  expect(judge('other', 'other', 'not-checked')).toEqual({ compared: 2, offers: 3 })
  expect(judge('other', 'other', 'other', 'cannot-compare', 'not-checked')).toEqual({
    compared: 3,
    offers: 5,
  })
})

test('where most could not be compared nothing of the kind is said', () => {
  expect(judge('not-checked', 'not-checked')).toBeUndefined()
  expect(judge('other', 'not-checked', 'cannot-compare')).toBeUndefined()
  expect(judge('other', 'cannot-compare')).toBeUndefined()
})
