import type { ShortlistEntry } from '../../db/schema.ts'
import { texts } from '../../i18n/index.ts'
import { notForSale } from '../../model/variant-match.ts'
import { type OfferChange, offerChanges } from '../../pricing/offer-changes.ts'
import { whole } from '../format/text.ts'
import { yuanRange } from '../offer/price-text.ts'

/** Nothing for an offer that was not checked, or is as it was. */
export function changesOf({ watched, details, match }: ShortlistEntry, quantity: number): OfferChange[] {
  if (watched?.isGone) return watched.before ? [{ field: 'status', to: 'unavailable' }] : []
  if (!watched?.before || !details) return []
  const ofProduct = match && { match }
  return offerChanges({ ...watched.before.offer, ...ofProduct }, { ...details, ...ofProduct }, quantity)
}

/**
 * What matters most of what has changed about a saved offer, in a few words for its row. The row of one that cannot be bought
 * says that already; of one that 1688 does not know any more it stays said, because nothing else in its row does.
 */
export function changeOfEntry(entry: ShortlistEntry, quantity: number): string | undefined {
  if (entry.watched?.isGone) return texts().goneShort
  if (entry.details && notForSale(entry.details)) return undefined
  const [change] = changesOf(entry, quantity)
  return change && shortText(change)
}

function shortText(change: OfferChange): string {
  const t = texts()
  switch (change.field) {
    case 'status':
      return t.backShort
    case 'price': {
      // Neither a range nor a list price is the price at the quantity.
      const names = { quantity: '', variants: `${t.priceByVariantNow} `, list: `${t.listPriceNow} ` }
      return `${names[change.basis]}${change.direction === 'down' ? '↓' : '↑'} ¥${yuanRange(change.from)}`
    }
    case 'minOrder':
      return t.minimumWas(whole(change.from))
    case 'tiers':
      return t.tiersChanged
    case 'stock':
      return change.variants.some(({ to }) => to === 0) ? t.soldOutShort : t.stockChanged
  }
}
