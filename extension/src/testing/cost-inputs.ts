import type { Assumptions } from '../model/assumptions.ts'
import type { EuroRates } from '../pricing/convert.ts'
import type { CostInputs, KnownPrice } from '../pricing/landed-cost.ts'
import type { SellingPriceRange } from '../pricing/margin.ts'

/** A yuan is 1.2 / 8 = 0.15 dollars. */
const rates: EuroRates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.2', JPY: '150', EUR: '1' } }
/** By air charged as 30 × 20 × 10 / 6000 = 1 kg. */
export const shipping = { weightKg: 0.4, lengthCm: 30, widthCm: 20, heightCm: 10 }
export const byAir: Assumptions = {
  freight: 'air',
  duty: { percent: '10' },
  fee: 'usual',
  feeMinimum: { USD: '0' },
}

export const NO_PRICE: KnownPrice = { unitPrice: null, atMinimum: null, variantPrices: null, listPrice: null }

export function inputs(change: Partial<CostInputs> = {}, unitPrice: string | null = '18.60'): CostInputs {
  const price = { ...NO_PRICE, unitPrice }
  return { quantity: 100, price, shipping, rates, assumptions: byAir, ...change }
}

export function sellingPrice(
  price: string | null,
  priceTo: string | null = null,
  currency = 'USD',
): SellingPriceRange {
  return { price, priceTo, currency }
}

/** Without freight, duty, tax and fee: the goods are the only cost. */
export const bare: Assumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none', marketplace: 'US' }
