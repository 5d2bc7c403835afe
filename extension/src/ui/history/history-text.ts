import type { PhotoMatches, SearchSummary } from '../../db/schema.ts'
import { locale, texts } from '../../i18n/index.ts'
import { money, titleOf } from '../format/text.ts'

/** The name of the product in its page or, marked as such, of the first offer. */
export function historyTitle({ title, first, at }: SearchSummary): string {
  const t = texts()
  if (title) return title
  if (first) return t.titleOfFirstOffer(titleOf(first))
  return t.untitledSearch(new Date(at).toLocaleDateString(locale(), { dateStyle: 'medium' }))
}

/** What was found: how much in all, how much of it with the searched photo, and the first offer. What is unknown is left out. */
export function foundText(search: SearchSummary): string {
  const { title, total, first, photoMatches } = search
  const t = texts()
  const price = first?.price ? yuan(first.price) : ''
  const named = first && title ? [titleOf(first), price].filter(Boolean).join(' ') : price
  return [
    total === 0 ? t.noOffers : total !== null && t.offerCount(total),
    matchesText(photoMatches),
    first && named && t.firstOffer(named),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Nothing if nothing was compared; that none shows the photo only once most offers were compared. */
function matchesText({ offers, compared, same, likely, lowestPrice }: PhotoMatches): string | false {
  const t = texts()
  if (same + likely === 0) {
    return compared * 2 > offers && t.noneWithYourPhoto(compared, offers)
  }
  const count = same > 0 ? t.withYourPhoto(same) : t.likelyWithYourPhoto(likely)
  return lowestPrice === null ? count : t.lowestOf(count, yuan(lowestPrice))
}

function yuan(price: string): string {
  return `¥${money(price)}`
}
