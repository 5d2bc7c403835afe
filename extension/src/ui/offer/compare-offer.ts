import type { Offer } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import type { AppState } from '../state/app-context.tsx'
import { productsFor } from '../state/compared-product.ts'
import { MAX_COMPARED, storeComparison, toggleCompared } from '../state/comparison.ts'

/**
 * Adds an offer to the comparison, or takes it out. One of another product begins a new comparison; it can still be added to
 * the one before, because two pictures of one product may look like two products.
 */
export async function compareOffer(offer: Offer, notify: AppState['notify']): Promise<void> {
  const t = texts()
  const { kind, before, now, together } = await toggleCompared(offer, productsFor)
  const count = now.offers.length
  const text = {
    added: t.addedToCompare(count),
    removed: t.removedFromCompare(count),
    other: t.newComparison,
    full: t.compareFull(MAX_COMPARED),
  }[kind]
  if (kind === 'full') return notify(text)
  const compareTogether = together && {
    label: t.compareTogether,
    run: () => void storeComparison(together),
  }
  notify(text, () => void storeComparison(before), compareTogether)
}
