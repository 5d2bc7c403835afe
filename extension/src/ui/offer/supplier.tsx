import type { Offer } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { percent, whole } from '../format/text.ts'

/** The mere paid membership says little; it is shown only where there is nothing better. */
const MEMBERSHIP = 'tp_member'
const BADGES_SHOWN = 2

/** Who sells it: what the platform says for them, and how well it sells. */
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
        {badgesOf(offer).map(({ key, label, tip, tone }) => (
          <span key={key} class={`badge ${tone}`} data-tooltip={tip} tabIndex={tabIndex}>
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
    const better = badges.filter((badge) => badge !== MEMBERSHIP)
    const shown = better.length > 0 ? better : badges
    const own = shown.slice(0, patented ? 1 : BADGES_SHOWN).map((badge) => ({
      key: badge,
      label: t.badges[badge] ?? plain(badge),
      tip: t.badgeTooltips[badge] ?? t.unknownBadgeTooltip(plain(badge)),
      tone: '',
    }))
    return [
      ...(patented ? [{ key: 'patent', label: t.patented, tip: t.patentedTooltip, tone: 'warn' }] : []),
      // A badge of the platform for good suppliers says more than that somebody was verified.
      ...(verified && own.length < BADGES_SHOWN
        ? [{ key: 'verified', label: t.verified, tip: t.verifiedTooltip, tone: 'verified' }]
        : []),
      ...own,
    ]
  }
}

export function plain(badge: string): string {
  return badge.replaceAll('_', ' ')
}

/** `浙江省宁波市` as `宁波市`: the province is in the tooltip. */
export function cityOf(location: string | null): string | null {
  return location?.replace(/^.+?(省|自治区)(?=.)/u, '') ?? null
}
