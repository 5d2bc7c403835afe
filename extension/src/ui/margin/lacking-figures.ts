import type { Failure } from '../../model/failure.ts'
import { resultListOf } from '../../model/fused-list.ts'
import type { Search } from '../../model/search.ts'
import type { Margin } from '../../pricing/margin.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'

/** What the offer's own page may say: `size` only where the weight is known. */
export type LackingFigure = 'weight' | 'size' | 'tiers'

/** What a margin lacks of what 1688 may know, and how asking for it stands. */
export interface LackingFigures {
  figures: LackingFigure[]
  /** `unavailable`: 1688 has answered without them, or its API has no details of single offers. */
  state: 'askable' | 'loading' | 'failed' | 'unavailable'
  /** Why it failed; asking again may help. */
  failure?: Failure
}

/** `undefined` if nothing is lacking that 1688 may know. */
export function lackingFigures(
  search: Search,
  { offer, at }: Pick<PricedOffer, 'offer' | 'at'>,
  result: Pick<Margin, 'lines' | 'doubts'>,
): LackingFigures | undefined {
  const figures = figuresOf(at, result)
  if (figures.length === 0) return undefined
  const details = search.details?.[offer.offerId]
  if (details?.state === 'loading' || (details?.state === 'done' && details.renewing))
    return { figures, state: 'loading' }
  if (resultListOf(search)?.provider !== 'crossborder' || details?.state === 'done')
    return { figures, state: 'unavailable' }
  if (details?.state !== 'failed') return { figures, state: 'askable' }
  if (details.failure.code === 'not_supported') return { figures, state: 'unavailable' }
  return { figures, state: 'failed', failure: details.failure }
}

function figuresOf(
  at: PricedOffer['at'],
  { lines, doubts }: Pick<Margin, 'lines' | 'doubts'>,
): LackingFigure[] {
  const inputs = new Set(lines.flatMap(({ missingInputs }) => missingInputs))
  const goods = lines.find(({ name }) => name === 'goods')
  // The doubts are known only once there is a margin; with a quote the list price does not count.
  const isPriceLacking =
    goods?.missingInputs.includes('price') || (at.basis === 'list' && goods?.bound === 'open')
  const isSizeLacking = inputs.has('size') || doubts.includes('size')
  return [
    ...(inputs.has('weight') ? (['weight'] as const) : isSizeLacking ? (['size'] as const) : []),
    ...(isPriceLacking ? (['tiers'] as const) : []),
  ]
}
