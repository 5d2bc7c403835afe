import { texts } from '../../i18n/index.ts'
import { badgesByTrust } from '../../model/badges.ts'
import type { KnownOffer } from '../../model/variant-match.ts'
import { lazy } from '../components/lazy.tsx'
import { percent, whole } from '../format/text.ts'
import { useFoundBy } from './offer-contexts.ts'

// Of few offers that anything is known.
const NotForSale = lazy(async () => (await import('./variant-facts.tsx')).NotForSale)
const PlaceName = lazy(async () => (await import('./place-name.tsx')).PlaceName)
// At once, so that the first rows that are shown have it.
void PlaceName.preload()

interface Props {
  offer: KnownOffer
  tabIndex: number
  /** What has changed since an earlier search, in words. */
  change?: string | undefined
}

/**
 * What one decides on besides the price, the most important first, because what does not fit is left out as a whole: that it
 * cannot be bought, what has changed, how many photos found it, the first badge (two with a patent), years, place, sales,
 * reorder rate; then what can be missed: a further badge, the supplier's name.
 */
export function Supplier({ offer, tabIndex, change }: Props) {
  const t = texts()
  const { supplier, patented, monthlySales, repurchaseRate } = offer
  const foundBy = useFoundBy(offer.offerId)
  const badges = badgesByTrust(offer)
  const first = patented ? 2 : 1
  const badge = (key: string) => (
    <span
      key={key}
      class={key === 'patented' ? 'badge warn' : 'badge'}
      data-tooltip={tooltipOf(key)}
      tabIndex={tabIndex}
    >
      {labelOf(key)}
    </span>
  )
  return (
    <div class="facts">
      {'shipping' in offer && <NotForSale offer={offer} tabIndex={tabIndex} />}
      {change && <span class="change-badge">{change}</span>}
      {foundBy && <span class="found-by">{foundBy}</span>}
      {badges.slice(0, first).map(badge)}
      {supplier.years !== null && <span>{t.yearsOnPlatform(supplier.years)}</span>}
      {supplier.location && <PlaceName location={supplier.location} />}
      {monthlySales !== null && <span>{t.monthlySales(whole(monthlySales))}</span>}
      {repurchaseRate !== null && <span>{t.repurchaseRate(percent(repurchaseRate))}</span>}
      {badges.slice(first, first + 1).map(badge)}
      <SupplierName name={supplier.name} />
    </div>
  )
}

/** Leads to all that is known of the seller. Where the line has no room for it, the key does. */
export function SupplierName({ name, tabIndex = -1 }: { name: string | null; tabIndex?: number }) {
  return name === null ? null : (
    <a class="supplier-name" lang="zh" title={name} href={supplierAddress(name)} tabIndex={tabIndex}>
      <bdi>{name}</bdi>
    </a>
  )
}

/** The view of the app that shows a seller, by its name. */
export function supplierAddress(name: string): string {
  return `#supplier/${encodeURIComponent(name)}`
}

export function labelOf(badge: string): string {
  const t = texts()
  if (badge === 'patented') return t.patented
  return badge === 'verified' ? t.verified : (t.badges[badge] ?? plain(badge))
}

export function tooltipOf(badge: string): string {
  const t = texts()
  if (badge === 'patented') return t.patentedTooltip
  if (badge === 'verified') return t.verifiedTooltip
  return t.badgeTooltips[badge] ?? t.unknownBadgeTooltip(plain(badge))
}

export function plain(badge: string): string {
  return badge.replaceAll('_', ' ')
}
