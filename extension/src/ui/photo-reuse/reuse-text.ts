import type { Offer } from '@find-on-1688/shared'
import { oneLine } from '../../export/plain-text.ts'
import { joinList, joinSentences, texts } from '../../i18n/index.ts'
import type { PhotoUse, ReusedPhoto } from '../../photo-match/reuse.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { Decimal } from '../../pricing/decimal.ts'
import type { PriceRange } from '../../pricing/price-at.ts'
import { yuanRange } from '../offer/price-text.ts'

/** One row of a reused photo. */
export interface ReuseRow {
  offer: Offer
  use: PhotoUse
  /** Yuan; `basis` says in words what kind of price it is, unless it is the one at the chosen quantity. */
  price: PriceRange | null
  basis: string | undefined
}

/** A photo and the offers that show it. */
export interface PhotoGroup {
  /** `likely`: its offers may show a searched photo, which nobody can tell by comparing. */
  kind: 'mine' | 'likely' | 'other'
  title: string
  reuse: ReusedPhoto
  rows: ReuseRow[]
}

/** How many offers show the searched photos, and how many other photos are shared. */
export function summaryOf(groups: readonly PhotoGroup[]): string {
  const t = texts()
  const mine = groups.filter(({ kind }) => kind === 'mine').flatMap(({ rows }) => rows)
  const { suppliers, unnamed } = suppliersOf(mine)
  return joinSentences(
    t.reuseOfYourPhoto(mine.length, suppliers, unnamed),
    t.otherReusedPhotos(groups.filter(({ kind }) => kind === 'other').length),
  )
}

/** How many different suppliers are named, and how many offers name none. */
function suppliersOf(rows: readonly ReuseRow[]): { suppliers: number; unnamed: number } {
  const names = rows.map(({ offer }) => offer.supplier.name)
  return {
    suppliers: new Set(names.filter((name) => name !== null)).size,
    unnamed: names.filter((name) => name === null).length,
  }
}

/** The searched photos first, then what may show one of them, then other photos that several offers share. */
export function groupsOf(
  photos: readonly ReusedPhoto[],
  likely: readonly string[],
  rowsOf: (reuse: ReusedPhoto) => ReuseRow[],
): PhotoGroup[] {
  const t = texts()
  const grouped = new Set(photos.flatMap(({ uses }) => uses.map(({ offerId }) => offerId)))
  const unsure = likely.filter((offerId) => !grouped.has(offerId))
  const group = (kind: PhotoGroup['kind'], title: string, reuse: ReusedPhoto): PhotoGroup => ({
    ...{ kind, title, reuse, rows: rowsOf(reuse) },
  })
  return [
    ...photos
      .filter(({ isQuery }) => isQuery)
      .map((reuse) => group('mine', reuse.photo ? t.yourPhotoNumber(reuse.photo) : t.yourPhoto, reuse)),
    ...(unsure.length > 0 ? [group('likely', t.likelyYourPhoto, unsureReuse(unsure))] : []),
    ...photos
      .filter(({ isQuery }) => !isQuery)
      .map((reuse, at) => group('other', t.photoNumber(at + 1), reuse)),
  ]
}

function unsureReuse(offerIds: string[]): ReusedPhoto {
  const nothing = { mirrored: false, trimmed: false, cropped: false, overlaid: false }
  const uses = offerIds.map((offerId) => ({ offerId, ...nothing }))
  return { isQuery: false, uses, suppliers: 0, unnamed: 0 }
}

/** `5 offers · 4 suppliers · 1 not named · ¥3.50–9.90`: of one photo. */
export function countsText(rows: readonly ReuseRow[]): string {
  const t = texts()
  const { suppliers, unnamed } = suppliersOf(rows)
  return [
    t.offerCount(rows.length),
    suppliers > 0 && t.supplierCount(suppliers),
    unnamed > 0 && t.unnamedSupplierCount(unnamed),
    rangeText(rows.flatMap(({ price }) => (price ? [price.low, price.high] : []))),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** From the lowest known price to the highest, in yuan; null if none is known. */
export function rangeText(prices: readonly (string | null)[]): string | null {
  const known = prices.filter((price) => price !== null)
  const [low, ...more] = known.toSorted((one, other) => new Decimal(one).cmp(other))
  const high = more.at(-1)
  if (low === undefined) return null
  const isOne = high === undefined || new Decimal(low).eq(high)
  return `¥${yuanRange({ low, high: isOne ? null : high })}`
}

/** How an offer's picture differs from the photo, in words. */
export function marksOf(use: PhotoUse): string[] {
  const { photoReasons } = texts()
  return (['mirrored', 'trimmed', 'cropped', 'overlaid'] as const)
    .filter((mark) => use[mark])
    .map((mark) => photoReasons[mark])
}

/** How many offers are not compared yet, and how many cannot be. */
export function countLeft(
  offers: readonly Offer[],
  verdicts: Record<string, OfferPhotoVerdict>,
): { left: number; unread: number } {
  const known = offers.map(({ offerId }) => verdicts[offerId])
  const isUnread = ({ kind, reasons }: OfferPhotoVerdict) =>
    kind === 'not-checked' || reasons.includes('other-flat')
  return {
    left: known.filter((verdict) => !verdict).length,
    unread: known.filter((verdict) => verdict && isUnread(verdict)).length,
  }
}

/** The view as plain text. */
export function reportOf(head: string[], photos: readonly { title: string; rows: ReuseRow[] }[]): string {
  const t = texts()
  const line = ({ offer, use, price, basis }: ReuseRow) =>
    [
      `- ${oneLine(offer.supplier.name ?? t.supplierUnnamed)}`,
      price === null ? t.priceUnknown : [`¥${yuanRange(price)}`, basis].filter(Boolean).join(' '),
      joinList(marksOf(use)),
      offer.detailUrl,
    ]
      .filter(Boolean)
      .join(' · ')
  return [head, ...photos.map(({ title, rows }) => [title, ...rows.map(line)])]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}
