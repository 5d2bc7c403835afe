import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { DEFAULT_ASSUMPTIONS } from '../../model/assumptions.ts'
import { marginFor } from '../../pricing/margin-for.ts'
import { priceOffer } from '../../pricing/priced-offer.ts'
import { anOffer } from '../../testing/searches.ts'
import { exportMargin, exportVerdict } from './export-figures.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const rates = { date: '2026-11-24', rates: { USD: '1.1', CNY: '7.7' } }
const money = {
  currency: 'USD',
  rates: { ...rates, source: 'ECB', stale: false } as never,
  failure: undefined,
}

function margin(price: string | null, more = {}, offered = {}) {
  const assumptions = { ...DEFAULT_ASSUMPTIONS, freight: { perKg: '40' }, duty: 'none' as const, ...more }
  const offer = anOffer('1', {
    price: '10',
    priceTiers: [{ minQuantity: 1, price: '10' }],
    minOrder: 1,
    ...offered,
  })
  const priced = priceOffer(offer, undefined, 10, money, assumptions)
  return exportMargin(marginFor(priced, { price, priceTo: null, currency: 'USD' }, money, assumptions))
}

test('a landed cost is known without a selling price, and both ends of it', () => {
  // (¥10 + 0.5 kg × ¥40) / 7
  const { landed, margin: left, missing } = margin(null, { weightKg: '0.5' })
  expect(Number(landed?.low)).toBeCloseTo(30 / 7, 6)
  expect(Number(landed?.high)).toBeCloseTo(30 / 7, 6)
  expect(left).toBeNull()
  expect(missing).toContain(en.costLines.sellingPrice)
})

test('without a weight neither landed cost nor margin is known, and the freight is named', () => {
  const { landed, margin: left, missing } = margin('39.99')
  expect(landed).toBeNull()
  expect(left).toBeNull()
  expect(missing).toContain(en.costLines.freight)
})

test('of an offer with only a list price, a cost may be higher or lower and a margin too', () => {
  const list = margin('39.99', { weightKg: '0.5' }, { priceTiers: [], minOrder: null })
  expect(list.landed).not.toBeNull()
  expect(list.landedBound).toBe(list.bound === 'atMost' ? 'atLeast' : 'open')
  expect(list.bound).not.toBeNull()
})

test('a verdict is exported in words, and nothing for a photo that was not compared', () => {
  const verdict = { reasons: ['mirrored' as const], distance: 3, method: 'm' }
  expect(exportVerdict({ ...verdict, kind: 'same' })).toEqual({ photo: 'Same photo: mirrored' })
  expect(exportVerdict({ ...verdict, kind: 'not-checked', why: 'unreachable' })).toEqual({})
  expect(exportVerdict(undefined)).toEqual({})
})
