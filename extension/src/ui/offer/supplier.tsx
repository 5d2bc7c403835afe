import type { Offer } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { percent, whole } from '../format/text.ts'

/** Paid membership says little, so it is shown only if there is no other badge. */
const MEMBERSHIP = 'tp_member'
const MAX_BADGES = 2

/** The supplier, with badges, and how well the offer sells. */
export function Supplier({ offer, tabIndex }: { offer: Offer; tabIndex: number }) {
  const t = texts()
  const { supplier, patented, monthlySales, repurchaseRate } = offer
  const facts = [
    supplier.years !== null && t.yearsOnPlatform(supplier.years),
    cityOf(supplier.location),
    monthlySales !== null && t.monthlySales(whole(monthlySales)),
    repurchaseRate !== null && t.repurchaseRate(percent(repurchaseRate)),
  ].filter(Boolean)
  return (
    <>
      <div class="supplier-line">
        {badgesOf(offer).map(({ key, label, tooltip, tone }) => (
          <span key={key} class={`badge ${tone}`} data-tooltip={tooltip} tabIndex={tabIndex}>
            {label}
          </span>
        ))}
        {supplier.name && (
          <bdi
            class="supplier-name"
            lang="zh"
            title={[supplier.name, supplier.location].filter(Boolean).join(' · ')}
          >
            {supplier.name}
          </bdi>
        )}
      </div>
      <div class="supplier-line facts" title={facts.join(' · ')}>
        {facts.join(' · ')}
      </div>
    </>
  )

  function badgesOf({ supplier: { verified, badges } }: Offer) {
    const others = badges.filter((badge) => badge !== MEMBERSHIP)
    const candidates = others.length > 0 ? others : badges
    const chosen = candidates.slice(0, patented ? 1 : MAX_BADGES).map((badge) => ({
      key: badge,
      label: t.badges[badge] ?? plain(badge),
      tooltip: t.badgeTooltips[badge] ?? t.unknownBadgeTooltip(plain(badge)),
      tone: '',
    }))
    return [
      ...(patented ? [{ key: 'patent', label: t.patented, tooltip: t.patentedTooltip, tone: 'warn' }] : []),
      // "Verified" says less than the badges for good suppliers.
      ...(verified && chosen.length < MAX_BADGES
        ? [{ key: 'verified', label: t.verified, tooltip: t.verifiedTooltip, tone: 'verified' }]
        : []),
      ...chosen,
    ]
  }
}

export function plain(badge: string): string {
  return badge.replaceAll('_', ' ')
}

/** `浙江省宁波市` as `宁波市`: the province is in the tooltip. */
function cityOf(location: string | null): string | null {
  return location?.replace(/^.+?(省|自治区)(?=.)/u, '') ?? null
}
