import * as v from 'valibot'
import { Timestamp } from './timestamp.ts'

const CURRENCY = /^(?!EUR)[A-Z]{3}$/
const RATE = /^(?=.*[1-9])\d{1,7}(\.\d{1,10})?$/

/** `v.record` would take 0.8 kB of every bundle for this alone. */
const RatesByCurrency = v.pipe(
  v.custom<Record<string, string>>(
    (rates) =>
      typeof rates === 'object' &&
      rates !== null &&
      Object.entries(rates).every(
        ([currency, rate]) => CURRENCY.test(currency) && typeof rate === 'string' && RATE.test(rate),
      ),
  ),
  v.metadata({
    type: 'object',
    propertyNames: { type: 'string', pattern: CURRENCY.source },
    additionalProperties: { type: 'string', pattern: RATE.source, examples: ['1.0834'] },
  }),
)

/**
 * The answer of `GET /v1/rates`: the European Central Bank's reference rates of one day, for information, not for
 * transactions. A rate is a decimal string as the bank wrote it: the units that one euro buys. The euro itself is not
 * listed. `date` is the bank's day, `fetchedAt` when the worker read them. `stale` rates are more than a day old because
 * newer ones could not be read.
 */
export const RatesSchema = v.object({
  base: v.picklist(['EUR']),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.metadata({ examples: ['2026-11-24'] })),
  rates: RatesByCurrency,
  source: v.picklist(['European Central Bank']),
  fetchedAt: Timestamp,
  stale: v.boolean(),
})
export type Rates = v.InferOutput<typeof RatesSchema>
