import { expect, test } from 'vitest'
import { SHARED_CURRENCY_MARKS } from '../../model/shared-currency-marks.ts'
import { currencyOf, MARK } from './currency.ts'

const choices = Object.entries(SHARED_CURRENCY_MARKS).flatMap(([mark, codes]) =>
  codes.map((code): [string, string] => [mark, code]),
)

test.each(choices)('%s alone is of no known currency, and %s may be chosen for it', (mark, code) => {
  expect(currencyOf([mark], {})).toEqual({ currency: null, mark })
  expect(currencyOf([mark], { currency: code })).toEqual({ currency: code })
})

test('what is beside a mark is asked once for many marks', () => {
  // With a question in each of 200 marks, the first price on a page took a browser more than a second.
  expect(MARK.match(/\\p\{/g)?.length).toBeLessThan(10)
})
