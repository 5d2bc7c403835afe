import type { Search } from '../../model/search.ts'
import { type PricedOffer, priceOffer } from '../../pricing/priced-offer.ts'
import { shortlistRows } from '../shortlist/shortlist-rows.ts'
import type { AppState } from '../state/app-context.tsx'
import { knownOffer } from '../state/known-offers.ts'

/** Whose suppliers are written to, as in the view's address; or an offer's id. */
export const SHORTLIST = 'shortlist'
export const COMPARED = 'compare'

export interface ContactRows {
  rows: PricedOffer[]
  /** How many are left out because they were rejected. */
  rejected: number
}

/** The offers that the view is of: those of the shortlist that were not rejected, those compared, or the one with that id. */
export function contactRows(of: string, app: AppState, search: Search | null): ContactRows {
  if (of === SHORTLIST) {
    const saved = shortlistRows(app, search)
    const wanted = saved.filter(({ entry }) => entry.decision !== 'reject')
    return { rows: wanted.map(({ row }) => row), rejected: saved.length - wanted.length }
  }
  const rowOf = (offerId: string): PricedOffer[] => {
    const { preferences, money, assumptions } = app
    const known = knownOffer(offerId, { search, ...app })
    return known ? [priceOffer(known.offer, known.details, preferences.quantity, money, assumptions)] : []
  }
  const offerIds = of === COMPARED ? app.compared.map(({ offerId }) => offerId) : [of]
  return { rows: offerIds.flatMap(rowOf), rejected: 0 }
}
