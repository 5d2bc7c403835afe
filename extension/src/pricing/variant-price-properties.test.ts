import type { OfferVariant } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import type { KnownOffer } from '../model/variant-match.ts'
import { detailedWith, tiers } from '../testing/offers.ts'
import { Decimal } from './decimal.ts'
import { type PriceAt, priceAt, rankedPrice, shownPrice } from './price-at.ts'

/** Offers with cheap accessories among their variants; the same ones in every run. */
function* samples(count: number) {
  for (let seed = 1; seed <= count; seed++) {
    const random = numbersFrom(seed)
    const main = 10 + random(90)
    const accessories = Array.from({ length: 1 + random(3) }, () => price(1 + random(5)))
    const mains = Array.from({ length: 1 + random(4) }, () =>
      price(random(3) === 0 ? main + random(40) : main),
    )
    const variants = [...accessories, ...mains].map((each, at) => variantOf(`${at}`, each))
    const keys = mains.flatMap((_, at) => (at === 0 || random(2) === 0 ? [`${accessories.length + at}`] : []))
    const bait = accessories[0] ?? null
    const offer: KnownOffer = {
      ...detailedWith([]),
      ...{
        variants: shuffled(variants, random),
        price: bait,
        minOrder: random(2) === 0 ? null : 1 + random(50),
      },
      ...{ promotionPrice: bait, dropshipPrice: bait, match: { keys, by: 'photo' } },
    }
    const prices = variants.filter(({ id }) => keys.includes(id ?? '')).map((each) => each.price ?? '')
    yield { offer, keys, prices, quantity: 1 + random(200), random }
  }
}

function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 2654435761
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

const price = (yuan: number) => `${yuan}.${yuan % 2 === 0 ? '80' : '8'}`

function variantOf(id: string, unitPrice: string | null): OfferVariant {
  return {
    ...{ id, attributes: [{ name: '款式', value: id }], price: unitPrice, promotionPrice: '0.50' },
    ...{ stock: null, imageUrl: null, weightKg: null },
  }
}

function shuffled<T>(list: readonly T[], random: (below: number) => number): T[] {
  const keyed = list.map((each) => ({ each, key: random(1e6) }))
  return keyed.sort((one, other) => one.key - other.key).map(({ each }) => each)
}

/** Every price that is said, whatever it is called. */
function pricesIn({ unitPrice, atMinimum, variantPrices, listPrice }: PriceAt): (string | null)[] {
  return [
    ...[unitPrice, atMinimum?.unitPrice, variantPrices?.low, variantPrices?.high],
    ...[listPrice?.low, listPrice?.high],
  ].filter((each) => each !== undefined && each !== null)
}

test('no price of another variant, of the list, or under conditions is ever that of the searched ones', () => {
  let [exact, ranges] = [0, 0]
  for (const { offer, prices, quantity } of samples(2000)) {
    const at = priceAt(offer, quantity)
    const said = pricesIn(at)
    expect(said.length).toBeGreaterThan(0)
    for (const each of said) expect(prices).toContain(each)
    const distinct = new Set(prices.map((each) => new Decimal(each).toFixed()))
    const shown = shownPrice(at)
    expect(distinct.size === 1).toBe(shown !== null && new Decimal(shown.low).eq(shown.high ?? 'NaN'))
    expect(at.basis).toBe(distinct.size === 1 ? 'anyQuantity' : 'variants')
    if (distinct.size === 1) exact++
    else ranges++
    // What it is ranked by is a price that somebody really pays for it, and none pays more.
    expect(prices.every((each) => rankedPrice(at)?.gte(each))).toBe(true)
  }
  expect(exact).toBeGreaterThan(300)
  expect(ranges).toBeGreaterThan(300)
})

test('what the others cost, and what the list says, changes nothing', () => {
  for (const { offer, keys, quantity, random } of samples(500)) {
    const variants = 'variants' in offer ? (offer.variants ?? []) : []
    const other = variants.map((each) =>
      keys.includes(each.id ?? '')
        ? each
        : { ...each, price: random(3) === 0 ? null : price(1 + random(999)) },
    )
    const changed = { ...offer, variants: other, price: '0.01', priceMax: '9999', dropshipPrice: null }
    expect(priceAt(changed, quantity)).toEqual(priceAt(offer, quantity))
  }
})

test('if the price of one of them is unknown, so is the price', () => {
  for (const { offer, keys, quantity } of samples(500)) {
    const variants = 'variants' in offer ? (offer.variants ?? []) : []
    const without = variants.map((each) => (each.id === keys[0] ? { ...each, price: null } : each))
    expect(pricesIn(priceAt({ ...offer, variants: without }, quantity))).toEqual([])
  }
})

test('if none is known to be it, the price is the range of all, never one of them', () => {
  for (const { offer, quantity } of samples(500)) {
    const variants = 'variants' in offer ? (offer.variants ?? []) : []
    const all = variants.map((each) => Number(each.price))
    const { match: _, ...unmatched } = offer
    for (const known of [unmatched, { ...offer, match: { keys: [], by: 'photo' as const } }]) {
      const { basis, variantPrices, unitPrice } = priceAt(known, quantity)
      expect({ basis, unitPrice }).toEqual({ basis: 'variants', unitPrice: null })
      expect(Number(variantPrices?.low)).toBe(Math.min(...all))
      expect(Number(variantPrices?.high)).toBe(Math.max(...all))
    }
  }
})

test('tiers hold for all variants, whichever it is', () => {
  for (const { offer, quantity } of samples(200)) {
    const tiered = { ...offer, minOrder: 1, priceTiers: tiers([1, '30'], [100, '25']) }
    expect(priceAt(tiered, quantity).unitPrice).toBe(quantity < 100 ? '30' : '25')
  }
})
