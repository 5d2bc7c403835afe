import type { Offer } from '@find-on-1688/shared'
import { comparedItem } from '../../model/stored-items.ts'
/** Side by side, more cannot be read. */
export const MAX_COMPARED = 4

/** With the offer taken in or out; `undefined` where there is no room for it. */
export function toggled(compared: Offer[], offer: Offer): Offer[] | undefined {
  const others = compared.filter(({ offerId }) => offerId !== offer.offerId)
  if (others.length < compared.length) return others
  return compared.length < MAX_COMPARED ? [...compared, offer] : undefined
}

let toggling: Promise<unknown> = Promise.resolve()

/**
 * Takes an offer in or out of what is stored, one after the other: a view knows of a key's change only after the next key.
 *
 * @returns what was compared before and is now; `now` is `undefined` where there was no room
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
