import { expect, test } from 'vitest'
import { type SuggestionFacts, suggestionsFor } from './suggestions.ts'

const suggestions = (facts: Partial<SuggestionFacts>) =>
  suggestionsFor({
    how: 'original',
    hostMissing: false,
    subjects: 1,
    share: 0.9,
    hasRegion: false,
    hasPage: false,
    mode: 'same',
    modesDiffer: false,
    isEmpty: false,
    fromWidth: 800,
    ...facts,
  })

test('cropping to the subject is always suggested', () => {
  expect(suggestions({})).toEqual(['subject'])
  expect(suggestions({ share: null, subjects: 0 })).toEqual(['subject'])
})

test('for a screenshot, allowing the website comes first', () => {
  expect(suggestions({ how: 'capture', hostMissing: true })).toEqual(['original', 'subject'])
  expect(suggestions({ how: 'area', hostMissing: true })).toEqual(['original', 'subject'])
  expect(suggestions({ how: 'capture' })).toEqual(['subject'])
  expect(suggestions({ how: 'given', hostMissing: true })).toEqual(['subject'])
})

test('with several subjects, or a small one, cropping comes first', () => {
  expect(suggestions({ how: 'capture', hostMissing: true, subjects: 2 })).toEqual(['subject', 'original'])
  expect(suggestions({ how: 'capture', hostMissing: true, share: 0.59 })).toEqual(['subject', 'original'])
  expect(suggestions({ how: 'capture', hostMissing: true, share: 0.6 })).toEqual(['original', 'subject'])
})

test('cropping does not come first if a region has been chosen', () => {
  expect(
    suggestions({
      hasPage: false,
      modesDiffer: true,
      isEmpty: true,
      subjects: 3,
      share: 0.1,
      hasRegion: true,
    }),
  ).toEqual(['similar', 'subject'])
  expect(suggestions({ how: 'capture', hostMissing: true, hasRegion: true })).toEqual(['subject'])
})

test('other photos of the page come before similar products', () => {
  expect(suggestions({ hasPage: true, modesDiffer: true })).toEqual(['subject', 'gallery', 'similar'])
})

test('similar products are suggested only if that is another search', () => {
  expect(suggestions({ modesDiffer: true })).toEqual(['subject', 'similar'])
  expect(suggestions({ modesDiffer: true, mode: 'similar' })).toEqual(['subject'])
  expect(suggestions({ modesDiffer: false, isEmpty: true })).toEqual(['subject'])
})

test('with no offers at all, similar products come first', () => {
  expect(suggestions({ modesDiffer: true, isEmpty: true, hasPage: true })).toEqual([
    'similar',
    'subject',
    'gallery',
  ])
})

test('for a small picture, a larger one is suggested', () => {
  expect(suggestions({ fromWidth: 299 })).toEqual(['subject', 'larger'])
  expect(suggestions({ fromWidth: 300 })).toEqual(['subject'])
})

test('there are at most three suggestions', () => {
  const all = { how: 'capture', hostMissing: true, hasPage: true, modesDiffer: true, fromWidth: 100 } as const
  expect(suggestions(all)).toEqual(['original', 'subject', 'larger'])
})
