import type { DetailedOffer, Offer, PriceTier } from '@find-on-1688/shared'
import type { Listing } from '../model/listing.ts'
import { formatMoney, roundForDisplay } from '../pricing/format-money.ts'
import type { PriceAt } from '../pricing/price-at.ts'
import { COLUMNS, type ColumnName, type Kind } from './columns.ts'
import { dateAndTime } from './file-name.ts'
import type { Labels } from './labels.ts'

/** An offer with the figures computed for this user, which are not computed again here. */
export interface ExportOffer
  extends Pick<PriceAt, 'unitPrice' | 'variantPrices' | 'atMinimum' | 'listPrice' | 'belowMinimum'> {
  offer: Offer | DetailedOffer
  /** `unitPrice` in `ExportInput.currency`, not rounded. */
  converted: string | null
  /** The number of searched photos that found it. */
  foundBy?: number
  note?: string
  decision?: string
}

export interface ExportInput {
  offers: ExportOffer[]
  quantity: number
  /** ISO 4217 of `converted`. */
  currency: string | null
  /** The number of photos searched, if several. */
  photos?: number
  generatedAt: Date
  listing: Listing | null
}

/** Money is a decimal string; a count, rate or measure is a number; unknown is `null`, never 0. */
export type Cell = string | number | null

interface Column {
  name: ColumnName
  label: string
  kind: Kind
  /** In characters. */
  width: number
}

export interface Table {
  name: string
  columns: Column[]
  /** One row an offer, one cell a column. */
  rows: Cell[][]
}

/** The one table from which all files are made. */
export function toTable(input: ExportInput, labels: Labels): Table {
  const { photos } = input
  const names = (Object.keys(COLUMNS) as ColumnName[]).filter((name) => photos || name !== 'foundBy')
  const labelOf = (name: ColumnName) =>
    name === 'foundBy' ? labels.foundByColumn(photos ?? 1) : labels.columns[name]
  return {
    name: labels.sheet,
    columns: names.map((name) => ({ name, label: labelOf(name), ...COLUMNS[name] })),
    rows: input.offers.map((out) => {
      const cells = { ...offerCells(out.offer, labels), ...ownCells(out, input, labels) }
      return names.map((name) => cells[name])
    }),
  }
}

function offerCells(offer: Offer | DetailedOffer, labels: Labels) {
  const { supplier, priceTiers } = offer
  return {
    offerId: offer.offerId,
    titleTranslated: offer.titleTranslated,
    title: offer.title,
    supplier: supplier.name,
    location: supplier.location,
    years: supplier.years,
    verified: yesOrNo(supplier.verified, labels),
    badges: joinParts(supplier.badges.map((badge) => badgeName(badge, labels))),
    minOrder: offer.minOrder,
    unit: offer.unit,
    priceSteps: joinParts(priceTiers.map((tier) => tierText(tier, labels))),
    monthlySales: offer.monthlySales,
    repurchaseRate: offer.repurchaseRate,
    patented: yesOrNo(offer.patented, labels),
    weightKg: 'shipping' in offer ? offer.shipping.weightKg : null,
    detailUrl: offer.detailUrl,
    imageUrl: offer.imageUrl,
  } satisfies Partial<Record<ColumnName, Cell>>
}

function ownCells(
  out: ExportOffer,
  { quantity, currency, generatedAt, listing }: ExportInput,
  labels: Labels,
) {
  return {
    unitPrice: out.unitPrice,
    quantity,
    belowMinimum: yesOrNo(out.belowMinimum, labels),
    ...convertedCells(out.converted, currency),
    foundBy: out.foundBy ?? null,
    note: out.note ?? null,
    decision: out.decision ?? null,
    listingTitle: listing?.title ?? null,
    listingPrice: listing?.price ?? null,
    listingPriceTo: listing?.priceTo ?? null,
    listingCurrency: listing?.currency ?? null,
    listingProductNumber: listing?.productNumber ?? null,
    generatedAt: dateAndTime(generatedAt),
  } satisfies Partial<Record<ColumnName, Cell>>
}

/** Rounded to the currency's decimals; the yuan beside it are exact. */
function convertedCells(converted: string | null, currency: string | null) {
  return converted === null || currency === null
    ? { converted: null, convertedCurrency: null }
    : { converted: roundForDisplay(converted, currency), convertedCurrency: currency }
}

/** `100+ ¥9.50` */
function tierText({ minQuantity, price }: PriceTier, { locale }: Labels): string {
  return `${minQuantity.toLocaleString(locale)}+ ${formatMoney(price, 'CNY', locale)}`
}

function yesOrNo(fact: boolean | null, labels: Labels): string | null {
  return fact === null ? null : fact ? labels.yes : labels.no
}

function joinParts(parts: string[]): string | null {
  return parts.length === 0 ? null : parts.join('; ')
}

/** A badge without a label is shown by its key. */
function badgeName(badge: string, { badges }: Labels): string {
  return (Object.hasOwn(badges, badge) && badges[badge]) || badge.replaceAll('_', ' ')
}
