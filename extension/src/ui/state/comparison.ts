import type { Offer } from '@find-on-1688/shared'
import { comparedItem } from '../../model/stored-items.ts'

/** More columns would be too narrow to read. */
export const MAX_COMPARED = 4

/** With the offer added or removed; `undefined` if there is no space for it. */
export function toggled(compared: Offer[], offer: Offer): Offer[] | undefined {
  const others = compared.filter(({ offerId }) => offerId !== offer.offerId)
  if (others.length < compared.length) return others
  return compared.length < MAX_COMPARED ? [...compared, offer] : undefined
}

let toggling: Promise<unknown> = Promise.resolve()

/**
 * Adds or removes a stored offer. Calls run one after the other: if two keys are pressed quickly, the view does not know
 * the result of the first yet.
 *
 * @returns what was compared before and is now; `now` is `undefined` if there was no space
 */
export function toggleCompared(offer: Offer): Promise<{ before: Offer[]; now: Offer[] | undefined }> {
  const toggle = async () => {
    const before = await comparedItem.getValue()
    const now = toggled(before, offer)
    if (now) await comparedItem.setValue(now)
    return { before, now }
  }
  const done = toggling.then(toggle, toggle)
  toggling = done
  return done
}
