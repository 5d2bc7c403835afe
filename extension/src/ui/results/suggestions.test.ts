import { expect, test } from 'vitest'
import { type SuggestionFacts, suggestionsFor } from './suggestions.ts'

const moves = (facts: Partial<SuggestionFacts>) =>
  suggestionsFor({
    how: 'original',
    hostMissing: false,
    subjects: 1,
    share: 0.9,
    isPart: false,
    hasPage: false,
    mode: 'same',
    modesDiffer: false,
    isEmpty: false,
    fromWidth: 800,
    ...facts,
  })

test('cropping to the subject is always a move', () => {
  expect(moves({})).toEqual(['subject'])
  expect(moves({ share: null, subjects: 0 })).toEqual(['subject'])
})

test('a capture is bettered by its original first, where its website is not allowed yet', () => {
  expect(moves({ how: 'capture', hostMissing: true })).toEqual(['original', 'subject'])
  expect(moves({ how: 'area', hostMissing: true })).toEqual(['original', 'subject'])
  expect(moves({ how: 'capture' })).toEqual(['subject'])
  expect(moves({ how: 'given', hostMissing: true })).toEqual(['subject'])
})

test('several subjects, or a small one, are chosen among before anything else', () => {
  expect(moves({ how: 'capture', hostMissing: true, subjects: 2 })).toEqual(['subject', 'original'])
  expect(moves({ how: 'capture', hostMissing: true, share: 0.59 })).toEqual(['subject', 'original'])
  expect(moves({ how: 'capture', hostMissing: true, share: 0.6 })).toEqual(['original', 'subject'])
})

test('a part that was chosen already does not come first again', () => {
  expect(
    moves({ hasPage: false, modesDiffer: true, isEmpty: true, subjects: 3, share: 0.1, isPart: true }),
  ).toEqual(['similar', 'subject'])
  expect(moves({ how: 'capture', hostMissing: true, isPart: true })).toEqual(['subject'])
})

test('the page’s other photos come before what is merely similar', () => {
  expect(moves({ hasPage: true, modesDiffer: true })).toEqual(['subject', 'gallery', 'similar'])
})

test('similar ones are a move from the same only, and where they are another search', () => {
  expect(moves({ modesDiffer: true })).toEqual(['subject', 'similar'])
  expect(moves({ modesDiffer: true, mode: 'similar' })).toEqual(['subject'])
  expect(moves({ modesDiffer: false, isEmpty: true })).toEqual(['subject'])
})

test('where nothing was found they come first', () => {
  expect(moves({ modesDiffer: true, isEmpty: true, hasPage: true })).toEqual([
    'similar',
    'subject',
    'gallery',
  ])
})

test('a small picture asks for a larger one', () => {
  expect(moves({ fromWidth: 299 })).toEqual(['subject', 'larger'])
  expect(moves({ fromWidth: 300 })).toEqual(['subject'])
})

test('three are enough', () => {
  const all = { how: 'capture', hostMissing: true, hasPage: true, modesDiffer: true, fromWidth: 100 } as const
  expect(moves(all)).toEqual(['original', 'subject', 'larger'])
})
