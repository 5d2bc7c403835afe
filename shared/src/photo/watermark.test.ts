import { expect, test } from 'vitest'
import type { SecondLook } from './partial-match.ts'
import { THRESHOLDS } from './thresholds.ts'
import { agreementIn, marksOf } from './watermark.ts'

const LIMITS = { ...THRESHOLDS, wholly: 90, partly: 95, added: 5, patch: 6 }
const look = (more: Partial<SecondLook> = {}): SecondLook => ({
  mirrored: false,
  alike: 99,
  besidePatch: 100,
  added: 0,
  blocks: 40,
  cornered: 30,
  colours: 0,
  beyond: 'nothing',
  ...more,
})
const agreement = (more: Partial<SecondLook>) => agreementIn(look(more), LIMITS)

test('two agree wholly, but for a patch, or not', () => {
  expect(agreement({ alike: 90, besidePatch: 90 })).toBe('wholly')
  expect(agreement({ alike: 89, besidePatch: 95 })).toBe('partly')
  expect(agreement({ alike: 89, besidePatch: 94 })).toBe('none')
})

test('what agrees little is not helped by leaving a patch out', () => {
  expect(agreement({ alike: 69, besidePatch: 99 })).toBe('none')
})

test('too little to see, or edges of one direction alone, agree about nothing', () => {
  expect(agreement({ blocks: 11 })).toBe('none')
  expect(agreement({ cornered: 4.9 })).toBe('none')
})

test('each difference is a mark', () => {
  expect(marksOf(look(), LIMITS)).toEqual([])
  expect(marksOf(look({ mirrored: true, beyond: 'border' }), LIMITS)).toEqual(['mirrored', 'trimmed'])
  expect(marksOf(look({ beyond: 'picture', added: 5 }), LIMITS)).toEqual(['cropped', 'overlaid'])
  expect(marksOf(look({ alike: 93, besidePatch: 99 }), LIMITS)).toEqual(['overlaid'])
  expect(marksOf(look({ alike: 94, besidePatch: 99, added: 4 }), LIMITS)).toEqual([])
})
