import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { SearchSummary } from '../../db/schema.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { anOffer } from '../../testing/searches.ts'
import { foundTexts, historyTitle, topResultText } from './history-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const MATCHES = { offers: 20, compared: 0, same: 0, likely: 0, lowest: null }

const LISTED = anOffer('2', { price: '61', priceTiers: [], minOrder: null })

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
  test.each<[string, Partial<SearchSummary>, string[]]>([
    ['nothing was compared', {}, ['95 offers']],
    [
      'some have the photo',
      {
        photoMatches: {
          ...MATCHES,
          compared: 20,
          same: 2,
          likely: 3,
          lowest: anOffer('2', { price: '9.8' }),
        },
      },
      ['95 offers', '2 with your photo, from ¥9.80'],
    ],
    [
      'the cheapest of those has only a list price',
      { photoMatches: { ...MATCHES, compared: 9, likely: 4, lowest: LISTED } },
      ['95 offers', '4 likely with your photo, from ¥61.00 list price'],
    ],
    [
      'some are likely',
      { photoMatches: { ...MATCHES, compared: 5, likely: 1 } },
      ['95 offers', '1 likely with your photo'],
    ],
    [
      'none has it',
      { photoMatches: { ...MATCHES, compared: 19 } },
      ['95 offers', 'none of 19 with your photo'],
    ],
    ['too few were compared', { photoMatches: { ...MATCHES, compared: 10 } }, ['95 offers']],
    ['the total is unknown', { total: null }, []],
    ['there is nothing', { total: 0, first: null }, ['No offers found']],
  ])('%s', (_, rest, found) => {
    expect(foundTexts(summary(rest))).toEqual(found)
  })
})

describe('the first offer', () => {
  const list = { priceTiers: [], minOrder: null }
  test.each<[string, Partial<SearchSummary>, string | undefined]>([
    [
      'has its list price, which says that it is one',
      { first: anOffer('1', { ...list, price: '35.5' }) },
      'Top result: ¥35.50 list price · Summer pleated skirt',
    ],
    [
      'has a range of prices',
      { first: anOffer('1', { ...list, price: '10', priceMax: '25' }) },
      'Top result: ¥10.00–25.00 list price · Summer pleated skirt',
    ],
    [
      'has the price of the least that can be ordered',
      { first: anOffer('1') },
      'Top result: ¥10.10 from 2 · Summer pleated skirt',
    ],
    [
      'has no known price',
      { first: anOffer('1', { ...list, price: null }) },
      'Top result: Summer pleated skirt',
    ],
    [
      'is named by the title',
      { title: null, first: anOffer('1', { ...list, price: '9' }) },
      'Top result: ¥9.00 list price',
    ],
    ['is missing', { first: null }, undefined],
  ])('%s', (_, rest, text) => {
    expect(topResultText(summary(rest))).toBe(text)
  })
})
