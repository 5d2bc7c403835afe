import { type RowTerms, sellingPriceOf } from '../../batch/decisions/candidates.ts'
import { resultFacetOf } from '../../batch/decisions/facets.ts'
import { texts } from '../../i18n/index.ts'
import type { BatchRow, BatchSettings } from '../../model/batch.ts'
import type { Margin } from '../../pricing/margin.ts'
import { whole } from '../format/text.ts'
import { percentText, sellingPriceText } from '../margin/margin-text.ts'

/** What the user calls the product, or its place in the list. */
export function nameOf({ title, productNumber, index }: BatchRow): string {
  return title ?? productNumber ?? texts().desk.untitledProduct(whole(index + 1))
}

export function priceTextOf(
  row: Pick<RowTerms, 'price' | 'priceTo' | 'isFrom' | 'currency'>,
  settings: BatchSettings,
): string {
  const price = sellingPriceOf(row, settings)
  // Without its currency it is still what the user wrote.
  return price ? sellingPriceText(price) : [row.price, row.priceTo].filter(Boolean).join('–')
}

/** `CT-1180 · $39.99` */
export function shortFactsOf(row: BatchRow, settings: BatchSettings): string {
  const { productNumber, title } = row
  return [title === null ? null : productNumber, priceTextOf(row, settings)].filter(Boolean).join(' · ')
}

/** `58–66%`, or the side of it that holds: `≤ 66%`. Empty if there is none. */
export function shortMargin({ margin, bound }: Pick<Margin, 'margin' | 'bound'>): string {
  if (!margin) return ''
  const { low, high } = margin
  if (bound === 'atLeast') return `≥ ${percentText({ low, high: low })}`
  return bound === 'atMost' ? `≤ ${percentText({ low: high, high })}` : percentText(margin)
}

export interface RowStatus {
  text: string
  tone: 'good' | 'warn' | 'plain'
}

/** What came of a row, in a word or two. */
export function statusOf(row: BatchRow): RowStatus {
  const { desk: t } = texts()
  const { decision, state, outcome, picture } = row
  if (decision)
    return decision.kind === 'offer'
      ? { text: t.chosenShort, tone: 'good' }
      : { text: t.noneShort, tone: 'plain' }
  const states = t.rowStates
  switch (resultFacetOf(row)) {
    case 'same':
      return { text: states.photo(outcome?.same ?? 0), tone: 'good' }
    case 'likely':
      return { text: states.likely(outcome?.likely ?? 0), tone: 'plain' }
    case 'none':
      return { text: outcome?.offers === 0 ? states.noOffers : states.none, tone: 'plain' }
    case 'notCompared':
      return { text: states.notCompared, tone: 'plain' }
    case 'failed':
      return { text: picture.kind === 'none' ? states.noPicture : states.failed, tone: 'warn' }
    default:
      return { text: state === 'done' || state === 'failed' ? states.waiting : states[state], tone: 'plain' }
  }
}
