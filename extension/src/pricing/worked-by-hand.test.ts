import { describe, expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import type { EuroRates } from './convert.ts'
import type { CostInputs } from './landed-cost.ts'
import { type Margin, marginOf, type SellingPriceRange } from './margin.ts'

/*
 * Each case was worked out on paper, or with another program, before this code ran. A yuan is 0.14 dollars, 0.1075 pounds,
 * 0.125 euros, 21 yen, 0.22 Australian and 0.2 Canadian dollars, 0.115 francs, 12 rupees.
 */
const rates: EuroRates = {
  date: '2026-11-24',
  rates: {
    ...{ CNY: '8', USD: '1.12', GBP: '0.86', JPY: '168', AUD: '1.76', CAD: '1.6' },
    ...{ CHF: '0.92', INR: '96', SEK: '10' },
  },
}

interface Case {
  price: string
  priceTo?: string
  currency: string
  goods: string
  quantity?: number
  /** Weight in kilograms, then the sides in centimetres. */
  piece?: [string, string?, string?, string?]
  assumed?: Partial<Assumptions>
}

/** Without freight, duty and fee; the tax of the country counts. */
function worked({ price, priceTo, currency, goods, quantity = 1, piece = ['1'], assumed }: Case): Margin {
  const [weightKg, lengthCm, widthCm, heightCm] = piece
  const sides = lengthCm && widthCm && heightCm ? { lengthCm, widthCm, heightCm } : {}
  const assumptions: Assumptions = {
    ...{ freight: { perKg: '0' }, duty: 'none', fee: 'none', weightKg, ...sides },
    ...assumed,
  }
  const known = { unitPrice: goods, atMinimum: null, variantPrices: null, listPrice: null }
  const inputs: CostInputs = { quantity, price: known, shipping: null, rates, assumptions }
  const selling: SellingPriceRange = { price, priceTo: priceTo ?? null, currency }
  return marginOf(selling, inputs)
}

/** The profit in the worst and in the best case, to six decimals. */
const profitOf = ({ profit }: Margin) =>
  profit && [profit.low, profit.high].map((amount) => Number(Number(amount).toFixed(6)))
const lineOf = ({ lines }: Margin, name: string) => lines.find((line) => line.name === name)

describe('worked out by hand: a backpack for £12 that costs ¥22', () => {
  const pound = { price: '12', currency: 'GBP', goods: '22' }
  const sold: Partial<Assumptions> = { fee: { percent: '15' }, fulfilment: '2.50' }

  test('leaves 20 to 25 % by sea, because a sixth of the price is VAT', () => {
    // 12 − VAT 12 × 20/120 = 2 − fee 1.80 − fulfilment 2.50 = 5.70
    // worst: 0.3 kg × 18 = ¥5.40, duty 12 % of ¥27.40 = ¥3.288: ¥30.688 = £3.29896; 5.70 − 3.29896 = 2.40104
    // best: 0.3 kg × 8 = ¥2.40, duty 2 % of ¥24.40 = ¥0.488: ¥24.888 = £2.67546; 5.70 − 2.67546 = 3.02454
    const result = worked({ ...pound, piece: ['0.3'], assumed: { ...sold, freight: 'sea', duty: 'country' } })
    expect(profitOf(result)).toEqual([2.40104, 3.02454])
    expect(result).toMatchObject({
      margin: { low: '0.2000', high: '0.2521' },
      verdict: 'tight',
      country: 'GB',
    })
    expect(lineOf(result, 'vat')).toMatchObject({ low: '2', high: '2', source: 'preset' })
    // With ¥8 and duty of 3 % it is 24.98 %: 5.70 − ¥24.40 × 1.03 × 0.1075 = 2.99831
    const best = { ...sold, freight: { perKg: '8' }, divisor: 'none', duty: { percent: '3' } } as const
    expect(worked({ ...pound, piece: ['0.3'], assumed: best }).margin).toEqual({
      low: '0.2498',
      high: '0.2499',
    })
  })

  test('leaves 27.8 % before freight and duty', () => {
    // 5.70 − 2.365 = 3.335
    const result = worked({ ...pound, assumed: sold })
    expect(result).toMatchObject({ profit: { low: '3.335' }, margin: { low: '0.2779', high: '0.2780' } })
  })

  test('leaves 44.5 % to a seller who is not registered for VAT', () => {
    // 12 − 1.80 − 2.50 − 2.365 = 5.335
    const result = worked({ ...pound, assumed: { ...sold, vat: { GB: 'none' } } })
    expect(result).toMatchObject({ profit: { low: '5.335' }, margin: { low: '0.4445', high: '0.4446' } })
  })
})

describe('worked out by hand, by country', () => {
  test('Germany: duty on goods and freight', () => {
    // 29.99 − VAT 29.99 × 19/119 = 4.788319 − fee 4.4985 − 3.40 − (48 + 0.5 × 40) × 1.047 = ¥71.196 = 8.8995
    const assumed: Partial<Assumptions> = {
      ...{ marketplace: 'DE', freight: { perKg: '40' }, divisor: 'none', duty: { percent: '4.7' } },
      ...{ fee: { percent: '15' }, fulfilment: '3.40' },
    }
    const result = worked({ price: '29.99', currency: 'EUR', goods: '48', piece: ['0.5'], assumed })
    expect(profitOf(result)).toEqual([8.403681, 8.403681])
    expect(result.verdict).toBe('tight')
  })

  test('United States: duty on the goods alone, and no tax in the price', () => {
    // 24.99 − fee 3.7485 − 4.60 − ¥(31 + 0.5 × 45 + 31 × 32.5 % = 10.075) = ¥63.575 = 8.9005
    const assumed: Partial<Assumptions> = {
      ...{ freight: { perKg: '45' }, duty: { percent: '32.5' }, fee: { percent: '15' }, fulfilment: '4.60' },
    }
    // 30 × 20 × 4 = 2400, over 6000 = 0.4 kg: the weight counts
    const piece: Case['piece'] = ['0.5', '30', '20', '4']
    const result = worked({ price: '24.99', currency: 'USD', goods: '31', piece, assumed })
    expect(profitOf(result)).toEqual([7.741, 7.741])
    expect(result).toMatchObject({
      margin: { low: '0.3097', high: '0.3098' },
      verdict: 'good',
      country: 'US',
    })
    expect(lineOf(result, 'vat')).toMatchObject({ low: '0', high: '0' })
  })

  test('United States with our ranges: freight by volume, duty of 7.5 to 45 %', () => {
    // 20 × 20 × 10 = 4000, over 6000 = 2/3 kg
    // worst: 30 × 0.85 − ¥(35 × 1.45 + 2/3 × 60 = 90.75) = 12.705; best: 30 × 0.92 − ¥(35 × 1.075 + 20 = 57.625) = 8.0675
    const piece: Case['piece'] = ['0.5', '20', '20', '10']
    const assumed: Partial<Assumptions> = { freight: 'air', duty: 'country', fee: 'usual' }
    const result = worked({ price: '30', currency: 'USD', goods: '35', piece, assumed })
    expect(profitOf(result)).toEqual([12.795, 19.5325])
    expect(result.estimated).toEqual(['fee', 'freight', 'duty'])
  })

  test('Japan', () => {
    // 3980 − 3980 × 10/110 = 361.818182 − 398 − ¥(60 + 0.2 × 30) × 1.08 = ¥71.28 = 1496.88
    const assumed: Partial<Assumptions> = {
      ...{ freight: { perKg: '30' }, divisor: 'none', duty: { percent: '8' }, fee: { percent: '10' } },
    }
    const result = worked({ price: '3980', currency: 'JPY', goods: '60', piece: ['0.2'], assumed })
    expect(profitOf(result)).toEqual([1723.301818, 1723.301818])
  })

  test('Australia: duty on the goods alone', () => {
    // 49.95 − GST 4.540909 − fee 6.24375 − 8.50 − ¥(80 + 1.2 × 25 + 80 × 5 % = 114) = 25.08
    const assumed: Partial<Assumptions> = {
      ...{ freight: { perKg: '25' }, divisor: 'none', duty: { percent: '5' } },
      ...{ fee: { percent: '12.5' }, fulfilment: '8.5' },
    }
    const result = worked({ price: '49.95', currency: 'AUD', goods: '80', piece: ['1.2'], assumed })
    expect(profitOf(result)).toEqual([5.585341, 5.585341])
  })

  test('Canada, for a range of selling prices', () => {
    // ¥50 × 1.18 = ¥59 = 11.80; 35 × 0.87 − 11.80 = 18.65; 39 × 0.87 − 11.80 = 22.13
    const assumed: Partial<Assumptions> = { duty: { percent: '18' }, fee: { percent: '13' } }
    const result = worked({ price: '35', priceTo: '39', currency: 'CAD', goods: '50', assumed })
    expect(profitOf(result)).toEqual([18.65, 22.13])
  })

  test('Switzerland, which charges no duty on industrial goods', () => {
    // 24.90 − 24.90 × 8.1/108.1 = 1.865772 − 1.992 − ¥(33 + 0.25 × 50 = 45.50) = 5.2325
    const assumed: Partial<Assumptions> = {
      ...{ freight: { perKg: '50' }, divisor: 'none', duty: 'country', fee: { percent: '8' } },
    }
    const result = worked({ price: '24.90', currency: 'CHF', goods: '33', piece: ['0.25'], assumed })
    expect(profitOf(result)).toEqual([15.809728, 15.809728])
  })

  test('India, where the tax depends on the goods', () => {
    // worst: 999 − 999 × 18/118 − 89.91 − ¥20 × 1.4 × 12; best: 999 − 999 × 5/105 − 89.91 − ¥20 × 1.1 × 12
    const assumed: Partial<Assumptions> = { duty: 'country', fee: { percent: '9' } }
    const result = worked({ price: '999', currency: 'INR', goods: '20', assumed })
    expect(profitOf(result)).toEqual([420.700169, 597.518571])
    expect(lineOf(result, 'vat')).toMatchObject({ source: 'estimated' })
  })

  test('Sweden, at an exchange rate of the user', () => {
    // 199 − 39.80 − 29.85 − ¥40 × 1.4 = 56
    const assumed: Partial<Assumptions> = {
      ...{ fee: { percent: '15' }, ownRate: { from: 'CNY', to: 'SEK', rate: '1.4' } },
    }
    const result = worked({ price: '199', currency: 'SEK', goods: '40', assumed })
    expect(profitOf(result)).toEqual([73.35, 73.35])
  })
})

describe('worked out by hand, by line', () => {
  test('a cheap piece pays the least fee', () => {
    // 15 % of 1.50 is 0.225, less than Amazon’s 0.30: 1.50 − 0.30 − ¥2 = 0.28
    const own: Partial<Assumptions> = { fee: { percent: '15' } }
    const cheap = { price: '1.50', currency: 'USD', goods: '2' }
    const onAmazon = worked({ ...cheap, assumed: { ...own, shop: 'www.amazon.com' } })
    expect(profitOf(onAmazon)).toEqual([0.92, 0.92])
    expect(lineOf(onAmazon, 'fee')).toMatchObject({ low: '0.3', high: '0.3' })
    // Elsewhere nothing is known of a least fee: 1.50 − 0.225 − 0.28
    expect(profitOf(worked({ ...cheap, assumed: own }))).toEqual([0.995, 0.995])
    expect(profitOf(worked({ ...cheap, assumed: { ...own, feeMinimum: { USD: '0.5' } } }))).toEqual([
      0.72, 0.72,
    ])
  })

  test('Amazon’s fulfilment by size and weight', () => {
    // 20 × 15 × 5 = 1500, over 5022 = 0.3 kg; it weighs 0.4, so up to a pound: 3.00 to 5.30
    // worst: 19.99 × 0.85 − 5.30 − 3.50; best: 19.99 × 0.85 − 3.00 − 3.50
    const assumed: Partial<Assumptions> = { fee: { percent: '15' }, fulfilmentBy: 'fba' }
    const piece: Case['piece'] = ['0.4', '5', '20', '15']
    const result = worked({ price: '19.99', currency: 'USD', goods: '25', piece, assumed })
    expect(profitOf(result)).toEqual([8.1915, 10.4915])
  })

  test('all that a seller pays for 200 pieces, and what the whole order brings', () => {
    // goods 60 + agent 5 % = 3 + to the forwarder 0.8 × 1.5 = 1.20 + inspection 1500/200 = 7.50 + freight 0.8 × 35 = 28: ¥99.70
    // + duty 20 % of 60 = 12 + exchange 2 % of 99.70 = 1.994: ¥113.694; 4 of 100 are defective: /0.96 = ¥118.43125 = 16.580375
    // 40 − 6 − 5 − 1.25 − 16.580375 = 11.169625
    const assumed: Partial<Assumptions> = {
      ...{ freight: { perKg: '35' }, divisor: 'none', duty: { percent: '20' }, fee: { percent: '15' } },
      ...{ agentPercent: '5', domestic: { perKg: '1.5' }, inspection: '1500', defectsPercent: '4' },
      ...{ spreadPercent: '2', fulfilment: '5', other: '1.25' },
    }
    const result = worked({
      ...{ price: '40', currency: 'USD', goods: '60', quantity: 200, piece: ['0.8'], assumed },
    })
    expect(profitOf(result)).toEqual([11.169625, 11.169625])
    expect(result.notCounted).toEqual([])
    // 192 can be sold: ¥113.694 × 200 = 3183.432 is paid; 11.169625 × 192 = 2144.568 remains
    // 11.169625 over 16.580375 + 1.25 laid out is 62.64 %
    // each sold piece brings 27.75: 3183.432 / 27.75 = 114.7
    // once per order: 7.50 × 1.02 / 0.96 × 192 = 1530 × 0.14 = 214.20; over 11.169625 + 1.115625 = 17.4
    expect(Number(result.order?.total.low)).toBeCloseTo(3183.432, 9)
    expect(Number(result.order?.profit?.low)).toBeCloseTo(2144.568, 9)
    expect(result.order).toMatchObject({
      ...{ quantity: 200, sold: '192', roi: { low: '0.6264', high: '0.6265' } },
      ...{ payback: { low: 115, high: 115 }, breakEven: { low: 18, high: 18 } },
    })
  })

  test('freight is charged for the volume: 3 kg for 0.3 kg by air, 3.6 kg by courier', () => {
    // 40 × 30 × 15 = 18,000; over 6000 = 3 kg × 40 = ¥120; 60 − VAT 10 − ¥142 = 15.265
    const piece: Case['piece'] = ['0.3', '40', '30', '15']
    const bulky = { price: '60', currency: 'GBP', goods: '22', piece }
    expect(profitOf(worked({ ...bulky, assumed: { freight: { perKg: '40' } } }))).toEqual([34.735, 34.735])
    // over 5000 = 3.6 kg × 40 = ¥144; 60 − 10 − ¥166 = 17.845
    const courier: Partial<Assumptions> = { freight: { perKg: '40' }, divisor: '5000' }
    expect(profitOf(worked({ ...bulky, assumed: courier }))).toEqual([32.155, 32.155])
  })

  test('sea freight by volume: at least a cubic metre for the order', () => {
    const piece: Case['piece'] = ['0.3', '40', '30', '15']
    const bulky = {
      price: '30',
      currency: 'GBP',
      goods: '22',
      piece,
      assumed: { freight: { perM3: '1000' } },
    }
    // 20 × 0.018 = 0.36 m³, charged as 1: 1000/20 = ¥50; 30 − 5 − ¥72 = 7.74
    const few = worked({ ...bulky, quantity: 20 })
    expect(profitOf(few)).toEqual([17.26, 17.26])
    // It is paid once: ¥1000 = 107.50, over 30 − 5 − 2.365 = 22.635 is 4.7 pieces
    expect(few.order?.breakEven).toEqual({ low: 5, high: 5 })
    // 100 × 0.018 = 1.8 m³: ¥18 each; 30 − 5 − ¥40 = 4.30
    const many = worked({ ...bulky, quantity: 100 })
    expect(profitOf(many)).toEqual([20.7, 20.7])
    expect(many.order?.breakEven).toBeNull()
    // Iron: 40 kg in 0.018 m³ counts as 0.04 m³. 100 of them: ¥40 each; 30 − 5 − ¥62 = 6.665
    const heavy: Case['piece'] = ['40', '40', '30', '15']
    expect(profitOf(worked({ ...bulky, piece: heavy, quantity: 100 }))).toEqual([18.335, 18.335])
  })
})
