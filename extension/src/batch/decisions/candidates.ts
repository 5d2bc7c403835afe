import type { Offer, PhotoVerdict, Rates } from '@find-on-1688/shared'
import type { Assumptions, LastingAssumptions } from '../../model/assumptions.ts'
import type { BatchAnswer, BatchRow, BatchSettings } from '../../model/batch.ts'
import type { Margin, SellingPriceRange } from '../../pricing/margin.ts'
import { marginFor } from '../../pricing/margin-for.ts'
import type { DetailsOf } from '../../pricing/offer-with-details.ts'
import { type PricedOffer, priceOffer } from '../../pricing/priced-offer.ts'

/** An offer for one of the user's products, with all that decides. */
export interface Candidate {
  /** At the row's quantity, with the details of its own page if those are known. */
  priced: PricedOffer
  /** Whether its photo is the row's; `null` if nobody has compared them yet. */
  verdict: PhotoVerdict | null
  /** Its place in 1688's answer, from 1; `null` if it is not in it. */
  place: number | null
  /** `null` without a selling price in a known currency. */
  margin: Margin | null
}

/** What prices and margins depend on besides the row. */
export interface PriceContext {
  assumptions: LastingAssumptions
  rates: Rates | undefined
  /** ISO 4217: what yuan are converted to; `null`: to the row's own currency, where it has one. */
  currency: string | null
}

export type RowTerms = Pick<
  BatchRow,
  'price' | 'priceTo' | 'isFrom' | 'currency' | 'quantity' | 'weightKg' | 'link'
>

const NO_DETAILS: DetailsOf = () => undefined
const VERDICT_RANKS: Record<PhotoVerdict, number> = { same: 0, probably: 1, other: 2, 'cannot-compare': 2 }
const NOT_COMPARED_RANK = 2

/** The offers of an answer, or the best of them: those with the same photo first, then likely ones, each in 1688's order. */
export function candidatesOf(
  answer: Pick<BatchAnswer, 'offers' | 'verdicts'>,
  row: RowTerms,
  settings: BatchSettings,
  context: PriceContext,
  detailsOf: DetailsOf = NO_DETAILS,
  most = answer.offers.length,
): Candidate[] {
  const rankOf = ({ offerId }: Offer) => {
    const verdict = answer.verdicts[offerId]
    return verdict ? VERDICT_RANKS[verdict] : NOT_COMPARED_RANK
  }
  return answer.offers
    .map((offer, index) => ({ offer, place: index + 1 }))
    .sort((one, other) => rankOf(one.offer) - rankOf(other.offer))
    .slice(0, most)
    .map(({ offer, place }) => ({
      ...valuesOf(offer, row, settings, context, detailsOf),
      verdict: answer.verdicts[offer.offerId] ?? null,
      place,
    }))
}

/** In an order from before, as far as they were in it. */
export function inOrder(candidates: readonly Candidate[], offerIds: readonly string[]): Candidate[] {
  const places = new Map(offerIds.map((offerId, place) => [offerId, place]))
  const placeOf = ({ priced }: Candidate) => places.get(priced.offer.offerId) ?? places.size
  return candidates.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** The offer that was chosen for a row; `null` if there is none. Its answer may be gone. */
export function chosenOf(
  row: RowTerms & Pick<BatchRow, 'decision'>,
  settings: BatchSettings,
  context: PriceContext,
  answer?: Pick<BatchAnswer, 'offers' | 'verdicts'>,
  detailsOf: DetailsOf = NO_DETAILS,
): Candidate | null {
  const { decision } = row
  if (decision?.kind !== 'offer') return null
  const place = answer?.offers.findIndex(({ offerId }) => offerId === decision.offerId) ?? -1
  return {
    ...valuesOf(decision.offer, row, settings, context, detailsOf),
    verdict: answer?.verdicts[decision.offerId] ?? null,
    place: place < 0 ? null : place + 1,
  }
}

/** Pieces that prices of a row are for. */
export function quantityOf({ quantity }: Pick<BatchRow, 'quantity'>, settings: BatchSettings): number {
  return quantity ?? settings.quantity
}

/** What the user sells the product for; `null` without a price or its currency. */
export function sellingPriceOf(
  { price, priceTo, isFrom, currency }: Pick<BatchRow, 'price' | 'priceTo' | 'isFrom' | 'currency'>,
  settings: Pick<BatchSettings, 'currency'>,
): SellingPriceRange | null {
  const own = currency ?? settings.currency
  return price === null || own === null
    ? null
    : { price, priceTo: priceTo ?? null, ...(isFrom && { isFrom }), currency: own }
}

/** If nobody says in which. */
const DEFAULT_CURRENCY = 'USD'

function valuesOf(
  offer: Offer,
  row: RowTerms,
  settings: BatchSettings,
  { assumptions: lasting, rates, currency }: PriceContext,
  detailsOf: DetailsOf,
): Pick<Candidate, 'priced' | 'margin'> {
  const assumptions: Assumptions = {
    ...lasting,
    ...(row.weightKg !== null && { weightKg: row.weightKg }),
    shop: URL.parse(row.link ?? '')?.host ?? null,
  }
  const exchange = { rates, currency: currency ?? row.currency ?? settings.currency ?? DEFAULT_CURRENCY }
  const priced = priceOffer(offer, detailsOf(offer.offerId), quantityOf(row, settings), exchange, assumptions)
  const sellingPrice = sellingPriceOf(row, settings)
  return { priced, margin: sellingPrice && marginFor(priced, sellingPrice, exchange, assumptions) }
}
