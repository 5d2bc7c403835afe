import { expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import { bare, inputs, sellingPrice } from '../testing/cost-inputs.ts'
import type { CostLineName } from './cost-line.ts'
import { marginOf } from './margin.ts'

const AMAZON = { fee: { percent: '5' }, shop: 'www.amazon.com' } as const

test.each<[CostLineName, string, Partial<Assumptions>, string]>([
  ['vat', 'a country’s one rate', { marketplace: 'NL' }, 'preset'],
  ['vat', 'a country whose prices are shown without it', { marketplace: 'CA' }, 'preset'],
  ['vat', 'a country with two rates', { marketplace: 'VN' }, 'estimated'],
  ['vat', 'the user, though it is the same', { marketplace: 'NL', vat: { NL: { percent: '21' } } }, 'given'],
  ['vat', 'the user, who has none', { marketplace: 'NL', vat: { NL: 'none' } }, 'given'],
  ['duty', 'a country’s one rate', { marketplace: 'AE', duty: 'country' }, 'preset'],
  ['duty', 'a country without duty', { marketplace: 'SG', duty: 'country' }, 'preset'],
  ['duty', 'a country’s range', { marketplace: 'NL', duty: 'country' }, 'estimated'],
  ['duty', 'the user', { marketplace: 'AE', duty: { percent: '5' } }, 'given'],
  ['duty', 'the user, who pays none', { marketplace: 'SG', duty: 'none' }, 'given'],
  ['fee', 'the usual range', { fee: 'usual' }, 'estimated'],
  ['fee', 'the user, above the least that Amazon charges', AMAZON, 'given'],
  ['fee', 'the user', { fee: { percent: '5' } }, 'given'],
  ['fee', 'the user, who pays none', { fee: 'none' }, 'given'],
])('the source of %s from %s', (line, _, assumed, source) => {
  const { lines } = marginOf(sellingPrice('20'), inputs({ assumptions: { ...bare, ...assumed } }))
  expect(lines.find(({ name }) => name === line)).toMatchObject({ source })
})

test.each([
  ['that Amazon charges', {}, 'preset'],
  ['that was entered', { feeMinimum: { USD: '0.30' } }, 'given'],
])('a fee that is the least %s', (_, assumed, source) => {
  const assumptions: Assumptions = { ...bare, ...AMAZON, ...assumed }
  const { lines } = marginOf(sellingPrice('4'), inputs({ assumptions }))
  expect(lines.find(({ name }) => name === 'fee')).toMatchObject({ low: '0.3', source })
})

test('a preset rate of nothing does not stand in for goods whose price is unknown', () => {
  const assumptions: Assumptions = { ...bare, marketplace: 'SG', duty: 'country' }
  const { lines } = marginOf(sellingPrice('20'), inputs({ assumptions }, null))
  expect(lines.find(({ name }) => name === 'duty')).toMatchObject({ source: 'missing', low: null })
})
