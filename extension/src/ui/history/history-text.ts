import type { PhotoMatches, SearchSummary } from '../../db/schema.ts'
import { locale, texts } from '../../i18n/index.ts'
import { type KnownOffer, matchedVariants } from '../../model/variant-match.ts'
import { priceAt, shownPrice } from '../../pricing/price-at.ts'
import { titleOf, whole } from '../format/text.ts'
import { priceBasis, yuanRange } from '../offer/price-text.ts'
import { pricedVariant } from '../offer/variant-facts.tsx'

/** The product's name in its page, that of the first offer, or where the picture is from. */
export function historyTitle({ title, first, origin }: SearchSummary): string {
  const t = texts()
  if (title) return title
  if (first) return titleOf(first)
  return origin ? t.pictureFrom(origin) : t.untitledSearch
}

/** How much was found in all, and how much of it with the searched photo. What is unknown is left out. */
export function foundTexts({ total, photoMatches, quantity }: SearchSummary): string[] {
  const t = texts()
  const all = total === 0 ? t.noOffers : total !== null && t.offerCount(total)
  return [all, matchesText(photoMatches, quantity)].filter((text) => text !== false)
}

/**
 * `Lowest ¥9.80 at 500`; with what kind of price it is if nobody states the price at that quantity. Nothing where a price of
 * offers with the searched photo is told: a cheaper one may be of another product.
 */
export function lowestText({ lowest, quantity, photoMatches }: SearchSummary): string | undefined {
  if (photoMatches.lowest && priceText(photoMatches.lowest, quantity)) return undefined
  const price = lowest && priceText(lowest, quantity)
  return price ? texts().lowestPrice(price) : undefined
}

/** Nothing if nothing was compared; that none shows the photo only once most offers were compared. */
function matchesText(matches: PhotoMatches, quantity: number): string | false {
  const t = texts()
  const { offers, compared, same, likely, lowest } = matches
  if (same + likely === 0) {
    return compared * 2 > offers && t.noneWithYourPhoto(compared, offers)
  }
  const count = same > 0 ? t.withYourPhoto(same) : t.likelyWithYourPhoto(likely)
  const price = lowest && priceText(lowest, quantity)
  return price ? t.lowestOf(count, price) : count
}

/** With the variant that it is of, if it is that of one. */
function priceText(offer: KnownOffer, quantity: number): string | undefined {
  const t = texts()
  const at = priceAt(offer, quantity)
  const range = shownPrice(at)
  if (!range) return undefined
  const variant = pricedVariant({ at, offer, variants: matchedVariants(offer) })
  const basis = priceBasis(at) ?? t.atQuantity(whole(quantity))
  return t.priceAndBasis(`¥${yuanRange(range)}`, variant ? `${basis} · ${variant.label}` : basis)
}

const DAY_MS = 86_400_000

/** `Today, 14:05`, `Yesterday, 9:12`, `Tuesday, 16:40`, `Nov 12`, `Nov 12, 2025`. */
export function dayText(at: number, now = Date.now()): string {
  const date = new Date(at)
  const daysAgo = Math.round((midnightBefore(now) - midnightBefore(at)) / DAY_MS)
  if (daysAgo < 0 || daysAgo > 6) {
    const isThisYear = date.getFullYear() === new Date(now).getFullYear()
    const year = isThisYear ? {} : ({ year: 'numeric' } as const)
    return date.toLocaleDateString(locale(), { month: 'short', day: 'numeric', ...year })
  }
  const day =
    daysAgo < 2
      ? new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-daysAgo, 'day')
      : date.toLocaleDateString(locale(), { weekday: 'long' })
  const time = date.toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })
  return texts().dayAndTime(day.charAt(0).toUpperCase() + day.slice(1), time)
}

function midnightBefore(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
