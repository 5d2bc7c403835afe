import { describe, expect, test } from 'vitest'
import type { Assumptions, LastingAssumptions } from '../model/assumptions.ts'
import type { EuroRates } from './convert.ts'
import { LANDED_LINES } from './landed-cost.ts'
import { type Margin, marginOf } from './margin.ts'
import { MARKETPLACES } from './marketplaces.ts'

const CURRENCIES = [...new Set(Object.values(MARKETPLACES).map(({ currency }) => currency))]
const rates: EuroRates = {
  date: '2026-11-24',
  rates: {
    CNY: '8',
    ...Object.fromEntries(CURRENCIES.map((currency, index) => [currency, `${1 + index * 3}`])),
  },
}

/** The same numbers in every run. */
function numbersFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  return {
    amount: (most: number) => (next() * most).toFixed(2),
    whole: (most: number) => 1 + Math.floor(next() * most),
    one: <T>(...choices: T[]): T => choices[Math.floor(next() * choices.length)] as T,
  }
}

interface Sample {
  price: string
  priceTo: string | null
  goods: string
  quantity: number
  assumptions: Assumptions & { marketplace: string }
}

function sample(seed: number): Sample {
  const { amount, whole, one } = numbersFrom(seed)
  const freight = one<LastingAssumptions['freight']>('air', 'sea', 'lcl', 'express', { perKg: amount(90) })
  const country = one(...Object.keys(MARKETPLACES).filter((code) => MARKETPLACES[code]?.vat !== 'unknown'))
  return {
    price: (Number(amount(80)) + 1).toFixed(2),
    priceTo: one(null, (Number(amount(80)) + 1).toFixed(2)),
    goods: (Number(amount(100)) + 0.01).toFixed(2),
    quantity: whole(3000),
    assumptions: {
      ...{
        freight,
        duty: one<LastingAssumptions['duty']>('country', 'high', 'none', { percent: amount(100) }),
      },
      ...{
        fee: one<LastingAssumptions['fee']>('usual', 'none', { percent: amount(40) }),
        marketplace: country,
      },
      ...{ weightKg: (Number(amount(5)) + 0.01).toFixed(2), lengthCm: '30', widthCm: '20' },
      ...{ heightCm: (Number(amount(40)) + 1).toFixed(2), fulfilment: amount(9), other: amount(3) },
      ...{ agentPercent: amount(10), inspection: amount(2000), defectsPercent: amount(20) },
      ...{ spreadPercent: amount(5), domestic: one({ perKg: amount(4) }, { perOrder: amount(900) }) },
    },
  }
}

function resultOf({ price, priceTo, goods, quantity, assumptions }: Sample): Margin {
  const currency = MARKETPLACES[assumptions.marketplace]?.currency ?? ''
  const known = { unitPrice: goods, atMinimum: null, variantPrices: null, listPrice: null }
  return marginOf(
    { price, priceTo, currency },
    { quantity, price: known, shipping: null, rates, assumptions },
  )
}

const SAMPLES = Array.from({ length: 200 }, (_, index) => sample(index * 7919 + 1))
const ends = (range: { low: string; high: string } | null | undefined) => [
  Number(range?.low),
  Number(range?.high),
]

describe('for 200 sellers with anything set', () => {
  test('low is never above high', () => {
    for (const each of SAMPLES) {
      const { profit, margin, order, landed, lines } = resultOf(each)
      expect(profit, JSON.stringify(each)).not.toBeNull()
      for (const range of [profit, margin, landed, order?.total, order?.profit, order?.roi]) {
        const [low = 0, high = 0] = ends(range)
        expect(low).toBeLessThanOrEqual(high)
      }
      for (const line of lines) expect(Number(line.low)).toBeLessThanOrEqual(Number(line.high))
    }
  })

  test('the lines add up to the profit, and the pieces to the order', () => {
    for (const each of SAMPLES.filter(({ priceTo }) => priceTo === null)) {
      const { lines, profit, order, landed } = resultOf(each)
      const amount = (name: string, end: 'low' | 'high') =>
        Number(lines.find((line) => line.name === name)?.[end])
      const costs = lines.filter(({ name }) => name !== 'sellingPrice').map(({ name }) => name)
      const left = (end: 'low' | 'high') =>
        costs.reduce((rest, name) => rest - amount(name, end), amount('sellingPrice', end))
      expect(left('high')).toBeCloseTo(Number(profit?.low), 6)
      expect(left('low')).toBeCloseTo(Number(profit?.high), 6)
      const landedSum = LANDED_LINES.reduce((sum, name) => sum + amount(name, 'high'), 0)
      expect(landedSum).toBeCloseTo(Number(landed?.high), 6)
      const sold = Number(order?.sold)
      const near = (one: number, other: number) =>
        Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))
      expect(near(Number(profit?.low) * sold, Number(order?.profit?.low))).toBe(true)
      expect(near(Number(landed?.high) * sold, Number(order?.total.high))).toBe(true)
    }
  })

  const more: [string, (assumptions: Sample) => Sample][] = [
    ['goods', (each) => ({ ...each, goods: (Number(each.goods) + 1).toFixed(2) })],
    ...(
      [
        'agentPercent',
        'inspection',
        'defectsPercent',
        'spreadPercent',
        'fulfilment',
        'other',
        'weightKg',
      ] as const
    ).map((name): [string, (each: Sample) => Sample] => [
      name,
      (each) => {
        const raised = (Number(each.assumptions[name]) + 0.5).toFixed(2)
        return { ...each, assumptions: { ...each.assumptions, [name]: raised } }
      },
    ]),
  ]
  test.each(more)('more %s never leaves more profit', (_, raised) => {
    for (const each of SAMPLES) {
      const [low = 0, high = 0] = ends(resultOf(each).profit)
      const [nextLow = 0, nextHigh = 0] = ends(resultOf(raised(each)).profit)
      expect(nextLow).toBeLessThanOrEqual(low)
      expect(nextHigh).toBeLessThanOrEqual(high)
    }
  })

  test('an order that pays back sells enough, and one piece less would not', () => {
    for (const each of SAMPLES) {
      const { order, profit, landed } = resultOf(each)
      const needed = order?.payback?.high
      if (!order || needed == null) continue
      const brings = Number(profit?.low) + Number(landed?.high)
      expect(brings * needed).toBeGreaterThanOrEqual(Number(order.total.high) - 1e-6)
      expect(brings * (needed - 1)).toBeLessThan(Number(order.total.high))
      expect(needed).toBeLessThanOrEqual(Number(order.sold))
    }
  })
})
