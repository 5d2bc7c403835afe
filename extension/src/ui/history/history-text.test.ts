import type { Offer } from '@find-on-1688/shared'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { SearchSummary } from '../../db/schema.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { anOffer } from '../../testing/searches.ts'
import { dayText, foundTexts, historyTitle, lowestText } from './history-text.ts'

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
    origin: null,
    isWatched: false,
    quantity: 500,
    lowest: null,
    photoMatches: MATCHES,
  }
  return { ...base, total: 95, first: anOffer('1', { price: '35.5' }), ...rest }
}

test('the lowest price says of which variant it is', () => {
  const variants = ['盖子', '红色'].map((value, at) => ({
    ...{ id: `${at}`, attributes: [{ name: null, value }], price: at === 0 ? '1.20' : '24.80' },
    ...{ promotionPrice: null, stock: null, imageUrl: null, weightKg: null },
  }))
  const lowest = { ...LISTED, variants, match: { keys: ['1'], by: 'photo' } } as Offer
  expect(lowestText(summary({ lowest }))).toBe('Lowest ¥24.80 at 500 · 红色')
})

describe('the title', () => {
  test('is the product’s in its page', () => {
    expect(historyTitle(summary())).toBe('Pleated Skirt')
  })

  test('is that of the first offer where the page names none', () => {
    expect(historyTitle(summary({ title: null }))).toBe('Summer pleated skirt')
  })

  test('is where the picture is from where nothing was found either', () => {
    const nothing = { title: null, first: null, total: 0 }
    expect(historyTitle(summary({ ...nothing, origin: 'shop.example' }))).toBe('Picture from shop.example')
    expect(historyTitle(summary(nothing))).toBe('Your picture')
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
          lowest: anOffer('2', { priceTiers: [{ minQuantity: 2, price: '9.8' }] }),
        },
      },
      ['95 offers', '2 with your photo, from ¥9.80 at 500'],
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

describe('the lowest price', () => {
  const list = { priceTiers: [], minOrder: null }
  test.each<[string, Partial<SearchSummary>, string | undefined]>([
    ['is that at the quantity', { lowest: anOffer('1') }, 'Lowest ¥10.10 at 500'],
    [
      'is never a list price that looks like one at the quantity',
      { lowest: anOffer('1', { ...list, price: '35.5' }) },
      'Lowest ¥35.50 list price',
    ],
    [
      'may be a range',
      { lowest: anOffer('1', { ...list, price: '10', priceMax: '25' }) },
      'Lowest ¥10.00–25.00 list price',
    ],
    [
      'may be that of the least that can be ordered',
      { lowest: anOffer('1', { minOrder: 600 }) },
      'Lowest ¥10.10 from 600',
    ],
    ['is left out where none is known', { lowest: null }, undefined],
    [
      'is not that of another product, where offers with the photo have one',
      { lowest: anOffer('1'), photoMatches: { ...MATCHES, same: 1, lowest: anOffer('2') } },
      undefined,
    ],
  ])('%s', (_, rest, text) => {
    expect(lowestText(summary(rest))).toBe(text)
  })
})

describe('the day', () => {
  const now = new Date(2026, 10, 24, 9, 30).getTime()
  test.each<[string, Date, string]>([
    ['today', new Date(2026, 10, 24, 8, 5), 'Today, 08:05'],
    ['yesterday, even if that is a few hours ago', new Date(2026, 10, 23, 23, 50), 'Yesterday, 23:50'],
    ['a day of this week', new Date(2026, 10, 20, 16, 40), 'Friday, 16:40'],
    ['last week', new Date(2026, 10, 17, 10, 0), 'Nov 17'],
    ['last year', new Date(2025, 10, 24, 9, 30), 'Nov 24, 2025'],
    ['in the future, by a clock that was set back', new Date(2026, 10, 25, 9, 30), 'Nov 25'],
  ])('%s', (_, at, text) => {
    expect(dayText(at.getTime(), now)).toBe(text)
  })
})
