import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { PhotoVerdict } from '../../photo-match/verdicts.ts'
import { isUneven, meaningOf, verdictName, verdictText } from './verdict-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const verdict = (kind: PhotoVerdict['kind'], rest: Partial<PhotoVerdict> = {}): PhotoVerdict => ({
  kind,
  reasons: [],
  distance: null,
  method: 'test',
  ...rest,
})

test('a copy in other colours is named as one, and not as probable', () => {
  const recoloured = verdict('probably', { reasons: ['recoloured'] })
  expect(verdictName(recoloured)).toBe('Recoloured')
  expect(verdictText(recoloured)).toBe('Probably: in other colours')
})

test('a mirrored copy is named as one', () => {
  const mirrored = verdict('same', { reasons: ['mirrored', 'trimmed'] })
  expect(verdictName(mirrored)).toBe('Mirrored')
  expect(verdictText(mirrored)).toBe('Same photo: mirrored, apart from its border')
})

test('what was not checked says why', () => {
  expect(verdictText(verdict('not-checked', { why: 'unreachable' }))).toBe(
    'Not checked: its picture cannot be reached',
  )
  expect(verdictText(verdict('other'))).toBe('Other photo')
})

test('of several photos the words say which one it is, where it is not the first', () => {
  const third = verdict('same', { reasons: ['trimmed'], photo: 3 })
  expect(verdictName(third)).toBe('Same as 3')
  expect(verdictText(third)).toBe('Same as photo 3: apart from its border')
  expect(verdictText(verdict('probably', { photo: 2 }))).toBe('Probably photo 2')
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
  expect(isUneven(verdict('same', { reasons: ['mirrored', 'trimmed'] }))).toBe(true)
  expect(isUneven(verdict('same', { reasons: ['mirrored'] }))).toBe(false)
  expect(isUneven(undefined)).toBe(false)
})
