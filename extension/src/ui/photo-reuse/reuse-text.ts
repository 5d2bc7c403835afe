import type { Offer } from '@find-on-1688/shared'
import { oneLine } from '../../export/plain-text.ts'
import { joinList, joinSentences, texts } from '../../i18n/index.ts'
import type { PhotoUse, ReusedPhoto } from '../../photo-match/reuse.ts'
import type { PhotoVerdict } from '../../photo-match/verdicts.ts'
import { Decimal } from '../../pricing/decimal.ts'
import { money } from '../format/text.ts'

/** An offer as the map of photos shows it. */
export interface ReuseRow {
  offer: Offer
  use: PhotoUse
  /** Yuan at the wished quantity. */
  price: string | null
}

/** How many offers show the photo that was searched, and how many other photos are shared. */
export function summaryOf(photos: readonly ReusedPhoto[]): string {
  const mine = photos.find(({ isQuery }) => isQuery)
  const others = photos.filter(({ isQuery }) => !isQuery).length
  const t = texts()
  return joinSentences(
    t.reuseOfYourPhoto(mine?.uses.length ?? 0, mine?.suppliers ?? 0, mine?.unnamed ?? 0),
    t.otherReusedPhotos(others),
  )
}

/** `5 offers · 4 suppliers · 1 not named · ¥3.50–9.90`: of one photo. */
export function countsText({ suppliers, unnamed }: ReusedPhoto, rows: readonly ReuseRow[]): string {
  const t = texts()
  return [
    t.offerCount(rows.length),
    suppliers > 0 && t.supplierCount(suppliers),
    unnamed > 0 && t.unnamedSupplierCount(unnamed),
    rangeText(rows.map(({ price }) => price)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** From the lowest price that is known to the highest, in yuan; null where none is. */
export function rangeText(prices: readonly (string | null)[]): string | null {
  const known = prices.filter((price) => price !== null)
  const [low, ...more] = known.toSorted((one, other) => new Decimal(one).cmp(other))
  const high = more.at(-1)
  if (low === undefined) return null
  return high === undefined || new Decimal(low).eq(high) ? `¥${money(low)}` : `¥${money(low)}–${money(high)}`
}

/** How the picture differs from the photo that it is, as far as there are words for it. */
export function marksOf(use: PhotoUse): string[] {
  const { photoReasons } = texts()
  return (['mirrored', 'trimmed', 'cropped', 'overlaid'] as const)
    .filter((mark) => use[mark])
    .map((mark) => photoReasons[mark])
}

/** Of how many offers it is not known yet what their picture is, and of how many it will not be. */
export function countLeft(
  offers: readonly Offer[],
  verdicts: Record<string, PhotoVerdict>,
): { left: number; unread: number } {
  const known = offers.map(({ offerId }) => verdicts[offerId])
  const isUnread = ({ kind, reasons }: PhotoVerdict) =>
    kind === 'not-checked' || reasons.includes('other-flat')
  return {
    left: known.filter((verdict) => !verdict).length,
    unread: known.filter((verdict) => verdict && isUnread(verdict)).length,
  }
}

/** What the map shows as lines for a report. */
export function reportOf(head: string[], photos: readonly { title: string; rows: ReuseRow[] }[]): string {
  const t = texts()
  const line = ({ offer, use, price }: ReuseRow) =>
    [
      `- ${oneLine(offer.supplier.name ?? t.supplierUnnamed)}`,
      price === null ? t.priceUnknown : `¥${money(price)}`,
      joinList(marksOf(use)),
      offer.detailUrl,
    ]
      .filter(Boolean)
      .join(' · ')
  return [head, ...photos.map(({ title, rows }) => [title, ...rows.map(line)])]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}
