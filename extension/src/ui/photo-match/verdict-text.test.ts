import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { isUneven, meaningOf, verdictName, verdictText } from './verdict-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const verdict = (
  kind: OfferPhotoVerdict['kind'],
  rest: Partial<OfferPhotoVerdict> = {},
): OfferPhotoVerdict => ({
  kind,
  reasons: [],
  distance: null,
  method: 'test',
  ...rest,
})

test('a recoloured copy is named by its colour rather than as likely', () => {
  const recoloured = verdict('probably', { reasons: ['recoloured'] })
  expect(verdictName(recoloured)).toBe('Different colour')
  expect(verdictText(recoloured)).toBe('Likely match: different colours')
})

test('a mirrored copy is called mirrored', () => {
  const mirrored = verdict('same', { reasons: ['mirrored', 'trimmed'] })
  expect(verdictName(mirrored)).toBe('Same, mirrored')
  expect(verdictText(mirrored)).toBe('Same photo: mirrored, different border')
})

test('an unchecked photo says why', () => {
  expect(verdictText(verdict('not-checked', { why: 'unreachable' }))).toBe(
    'Not compared: the offer’s picture can’t be reached',
  )
  expect(verdictText(verdict('other'))).toBe('Different photo')
})

test('with several photos, the text says which one matches unless it is the first', () => {
  const third = verdict('same', { reasons: ['trimmed'], photo: 3 })
  expect(verdictName(third)).toBe('Same as 3')
  expect(verdictText(third)).toBe('Same as photo 3: different border')
  expect(verdictText(verdict('probably', { photo: 2 }))).toBe('Likely photo 2')
})

test('no verdict claims to prove the product, and none is just a number', () => {
  const meanings = (['same', 'probably', 'other', 'cannot-compare', 'not-checked'] as const).map((kind) =>
    meaningOf(verdict(kind)),
  )
  expect(new Set(meanings).size).toBe(5)
  expect(meanings[0]).toContain('isn’t proof')
  expect(meanings.join()).not.toMatch(/\d/)
  expect(meaningOf(undefined)).toBe('')
})

test('a photo with a border does not overlay one without exactly', () => {
  expect(isUneven(verdict('same', { reasons: ['mirrored', 'trimmed'] }))).toBe(true)
  expect(isUneven(verdict('same', { reasons: ['mirrored'] }))).toBe(false)
  expect(isUneven(undefined)).toBe(false)
})
