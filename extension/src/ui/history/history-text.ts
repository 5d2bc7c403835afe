import type { PhotoMatches, SearchSummary } from '../../db/schema.ts'
import { locale, texts } from '../../i18n/index.ts'
import { priceAt, shownPrice } from '../../pricing/price-at.ts'
import { money, titleOf } from '../format/text.ts'
import { priceBasis, yuanRange } from '../offer/price-text.ts'

/** The name of the product in its page or, marked as such, of the first offer. */
export function historyTitle({ title, first, at }: SearchSummary): string {
  const t = texts()
  if (title) return title
  if (first) return t.topResult(null, titleOf(first))
  return t.untitledSearch(new Date(at).toLocaleDateString(locale(), { dateStyle: 'medium' }))
}

/** How much was found in all, and how much of it with the searched photo. What is unknown is left out. */
export function foundTexts({ total, photoMatches }: SearchSummary): string[] {
  const t = texts()
  const all = total === 0 ? t.noOffers : total !== null && t.offerCount(total)
  return [all, matchesText(photoMatches)].filter((text) => text !== false)
}

/** The first offer: its price with what kind of price that is, and its name, unless that is the search's already. */
export function topResultText({ title, first }: SearchSummary): string | undefined {
  if (!first) return undefined
  const t = texts()
  const at = priceAt(first, 1)
  const range = shownPrice(at)
  const price = range ? [`¥${yuanRange(range)}`, priceBasis(at)].filter(Boolean).join(' ') : null
  const name = title ? titleOf(first) : null
  return price || name ? t.topResult(price, name) : undefined
}

/** Nothing if nothing was compared; that none shows the photo only once most offers were compared. */
function matchesText(matches: PhotoMatches): string | false {
  const t = texts()
  const { offers, compared, same, likely, lowest } = matches
  if (same + likely === 0) {
    return compared * 2 > offers && t.noneWithYourPhoto(compared, offers)
  }
  const count = same > 0 ? t.withYourPhoto(same) : t.likelyWithYourPhoto(likely)
  if (lowest?.price == null) return count
  const price = yuan(lowest.price)
  return t.lowestOf(count, priceAt(lowest, 1).basis === 'list' ? `${price} ${t.listPrice}` : price)
}

function yuan(price: string): string {
  return `¥${money(price)}`
}
