import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { SearchSummary } from '../../db/schema.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { anOffer } from '../../testing/searches.ts'
import { foundText, historyTitle } from './history-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const MATCHES = { offers: 20, compared: 0, same: 0, likely: 0, lowestPrice: null }

function summary(rest: Partial<SearchSummary> = {}): SearchSummary {
  const at = new Date(2026, 10, 24).getTime()
  const base = {
    id: 'a',
    at,
    thumb: '',
    mode: 'same' as const,
    title: 'Pleated Skirt',
    photoMatches: MATCHES,
  }
  return { ...base, total: 95, first: anOffer('1', { price: '35.5' }), ...rest }
}

describe('the title', () => {
  test('is the product’s in its page', () => {
    expect(historyTitle(summary())).toBe('Pleated Skirt')
  })

  test('is that of the first offer, and says so', () => {
    expect(historyTitle(summary({ title: null }))).toBe('Top result: Summer pleated skirt')
  })

  test('is the date where nothing is known', () => {
    expect(historyTitle(summary({ title: null, first: null }))).toBe('Picture search, Nov 24, 2026')
  })
})

describe('what was found', () => {
  test.each<[string, Partial<SearchSummary>, string]>([
    ['nothing was compared', {}, '95 offers · top result: Summer pleated skirt ¥35.50'],
    [
      'some have the photo',
      { photoMatches: { ...MATCHES, compared: 20, same: 2, likely: 3, lowestPrice: '9.8' } },
      '95 offers · 2 with your photo, from ¥9.80 · top result: Summer pleated skirt ¥35.50',
    ],
    [
      'some are likely',
      { photoMatches: { ...MATCHES, compared: 5, likely: 1, lowestPrice: null } },
      '95 offers · 1 likely with your photo · top result: Summer pleated skirt ¥35.50',
    ],
    [
      'none has it',
      { photoMatches: { ...MATCHES, compared: 19 } },
      '95 offers · none of 19 with your photo · top result: Summer pleated skirt ¥35.50',
    ],
    [
      'too few were compared',
      { photoMatches: { ...MATCHES, compared: 10 } },
      '95 offers · top result: Summer pleated skirt ¥35.50',
    ],
    ['the total is unknown', { total: null }, 'top result: Summer pleated skirt ¥35.50'],
    [
      'the price is unknown',
      { first: anOffer('1', { price: null }) },
      '95 offers · top result: Summer pleated skirt',
    ],
    ['the title names the first offer', { title: null }, '95 offers · top result: ¥35.50'],
    ['there is nothing', { total: 0, first: null }, 'No offers found'],
  ])('%s', (_, rest, text) => {
    expect(foundText(summary(rest))).toBe(text)
  })
})
