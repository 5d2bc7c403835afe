import { describe, expect, test } from 'vitest'
import { FEE_IDS, FREIGHT_IDS } from '../model/assumptions.ts'
import { FBA_SCHEDULES } from './fulfilment.ts'
import { MARKETPLACES } from './marketplaces.ts'
import { AMAZON_REFERRAL, FEE_PRESETS, FREIGHT_PRESETS, HIGH_DUTY } from './presets.ts'
import { isOlderThanAYear, type Source } from './source.ts'

const countries = Object.entries(MARKETPLACES)
const sources: [string, Source][] = [
  ...FREIGHT_IDS.map((id): [string, Source] => [id, FREIGHT_PRESETS[id].source]),
  ...countries.flatMap(([code, { vatSource, dutySource }]): [string, Source][] => [
    [`VAT of ${code}`, vatSource],
    [`duty of ${code}`, dutySource],
  ]),
  ...Object.entries(FBA_SCHEDULES).map(([code, { source }]): [string, Source] => [`FBA of ${code}`, source]),
  ['referral fee', AMAZON_REFERRAL],
  ['high duty', HIGH_DUTY.source],
]

test.each(sources)('%s has a source and the month it was checked', (_, { id, checked }) => {
  expect(id).not.toBe('')
  expect(checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/)
  expect(checked <= '2026-11').toBe(true)
})

test('a preset is old after a year', () => {
  const checked = (month: string) => ({ id: 'ukVat', checked: month }) as const
  expect(isOlderThanAYear(checked('2025-11'), '2026-11-30')).toBe(false)
  expect(isOlderThanAYear(checked('2025-11'), '2026-12-01')).toBe(true)
  expect(isOlderThanAYear(checked('2024-01'), '2026-11-27')).toBe(true)
})

test('every range runs from low to high', () => {
  const ranges = [
    ...Object.values(FREIGHT_PRESETS),
    ...FEE_IDS.map((id) => FEE_PRESETS[id]),
    HIGH_DUTY,
    ...countries.flatMap(([, { vat, duty }]) => [vat, duty]),
    ...Object.values(FBA_SCHEDULES).flatMap(({ bands }) => bands),
  ]
  for (const range of ranges)
    if (range && range !== 'unknown') expect(Number(range.low)).toBeLessThanOrEqual(Number(range.high))
})

test('slower freight is never more expensive', () => {
  const { express, air, sea } = FREIGHT_PRESETS
  for (const end of ['low', 'high'] as const) {
    expect(Number(sea[end])).toBeLessThan(Number(air[end]))
    expect(Number(air[end])).toBeLessThan(Number(express[end]))
  }
})

describe('the countries', () => {
  test('include every member state of the EU, with the euro in those that have it', () => {
    const union = countries.filter(([, { vatSource }]) => vatSource.id === 'euVat')
    expect(union).toHaveLength(27)
    const without = union.filter(([, { currency }]) => currency !== 'EUR').map(([code]) => code)
    expect(without.toSorted()).toEqual(['CZ', 'DK', 'HU', 'PL', 'RO', 'SE'])
  })

  // As the tax authorities publish them.
  test.each([
    ...[
      ['GB', '20'],
      ['DE', '19'],
      ['FR', '20'],
      ['IT', '22'],
      ['ES', '21'],
      ['PL', '23'],
      ['NL', '21'],
    ],
    ...[
      ['SE', '25'],
      ['FI', '25.5'],
      ['EE', '24'],
      ['RO', '21'],
      ['SK', '23'],
      ['HU', '27'],
      ['LU', '17'],
    ],
    ...[
      ['NO', '25'],
      ['CH', '8.1'],
      ['TR', '20'],
      ['AU', '10'],
      ['NZ', '15'],
      ['JP', '10'],
      ['KR', '10'],
    ],
    ...[
      ['MX', '16'],
      ['AE', '5'],
      ['SA', '15'],
    ],
  ])('%s has VAT of %s %', (code, rate) => {
    expect(MARKETPLACES[code ?? '']?.vat).toEqual({ low: rate, high: rate })
  })

  test('show prices without tax in North America, and have no one rate in Brazil and Malaysia', () => {
    expect(MARKETPLACES.US?.vat).toBeNull()
    expect(MARKETPLACES.CA?.vat).toBeNull()
    expect(MARKETPLACES.BR?.vat).toBe('unknown')
    expect(MARKETPLACES.MY?.vat).toBe('unknown')
  })

  test('charge duty on goods and freight, except in five countries', () => {
    const goods = countries.filter(([, { dutiable }]) => dutiable === 'goods').map(([code]) => code)
    expect(goods.toSorted()).toEqual(['AU', 'CA', 'NZ', 'US', 'ZA'])
  })

  test('the United States charge goods from China far more than 3 to 12 %', () => {
    expect(Number(MARKETPLACES.US?.duty?.low)).toBeGreaterThan(3)
    expect(Number(MARKETPLACES.US?.duty?.high)).toBeGreaterThan(25)
  })
})
