import type { Offer } from '@find-on-1688/shared'

/** Checked by 1688, hence verified: a factory it has inspected before a company whose deposit it holds. */
const CHECKED = ['super_factory', 'powerful_merchants']
/** Paid membership says little, so it is shown only if there is no other badge. */
const MEMBERSHIP = 'tp_member'

/**
 * What a row says about whom one buys from, the most important first: `patented`, because it may forbid selling at all; the
 * platform's checks; `verified`, where no badge implies it; badges that we do not know; membership last.
 */
export function badgesByTrust({ patented, supplier: { verified, badges } }: Offer): string[] {
  const checked = CHECKED.filter((badge) => badges.includes(badge))
  const others = badges.filter((badge) => !CHECKED.includes(badge) && badge !== MEMBERSHIP)
  const trust = [...checked, ...(verified && checked.length === 0 ? ['verified'] : []), ...others]
  const shown = trust.length === 0 ? badges.slice(0, 1) : trust
  return patented ? ['patented', ...shown] : shown
}

/** How much the best badge is worth, from 0; `null` without any. */
export function trustRank(offer: Offer): number | null {
  const [best] = badgesByTrust({ ...offer, patented: null })
  if (best === undefined) return null
  const order = [...CHECKED, 'verified']
  if (best === MEMBERSHIP) return 0
  return order.includes(best) ? order.length + 1 - order.indexOf(best) : 1
}
