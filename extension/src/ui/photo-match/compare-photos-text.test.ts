import { beforeAll, expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { PhotoVerdict } from '../../photo-match/verdicts.ts'
import { isUneven, meaningOf } from './compare-photos-text.ts'

beforeAll(() => setTexts(en))

const verdict = (kind: PhotoVerdict['kind'], reasons: PhotoVerdict['reasons'] = []): PhotoVerdict => ({
  kind,
  reasons,
  distance: 12,
  method: 'test',
})

test('no verdict is called a proof of the product, and none is a mere number', () => {
  const meanings = (['same', 'probably', 'other', 'cannot-compare', 'not-checked'] as const).map((kind) =>
    meaningOf(verdict(kind)),
  )
  expect(new Set(meanings).size).toBe(5)
  expect(meanings[0]).toContain('not proof')
  expect(meanings.join()).not.toMatch(/\d/)
  expect(meaningOf(undefined)).toBe('')
})

test('a photo with a border does not lie exactly over one without', () => {
  expect(isUneven(verdict('same', ['mirrored', 'trimmed']))).toBe(true)
  expect(isUneven(verdict('same', ['mirrored']))).toBe(false)
  expect(isUneven(undefined)).toBe(false)
})
