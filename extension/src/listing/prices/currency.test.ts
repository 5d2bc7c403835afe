import { expect, test } from 'vitest'
import { SHARED_CURRENCY_MARKS } from '../../model/shared-currency-marks.ts'
import { currencyOf } from './currency.ts'

const choices = Object.entries(SHARED_CURRENCY_MARKS).flatMap(([mark, codes]) =>
  codes.map((code): [string, string] => [mark, code]),
)

test.each(choices)('%s alone is of no known currency, and %s may be chosen for it', (mark, code) => {
  expect(currencyOf([mark], {})).toEqual({ currency: null, mark })
  expect(currencyOf([mark], { currency: code })).toEqual({ currency: code })
})
