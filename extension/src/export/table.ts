import type { PriceTier } from '@find-on-1688/shared'
import type { Listing } from '../model/listing.ts'
import { type KnownOffer, matchedVariants, notForSale, stockOf, variantName } from '../model/variant-match.ts'
import type { AmountRange } from '../pricing/cost-line.ts'
import type { Bound } from '../pricing/figure.ts'
import { formatMoney, roundForDisplay } from '../pricing/format-money.ts'
import type { PriceAt } from '../pricing/price-at.ts'
import { COLUMNS, type ColumnName, type Kind, MAX_TIER_COLUMNS, type NamedColumn, tierOf } from './columns.ts'
import { dateAndTime } from './file-name.ts'
import type { Labels } from './labels.ts'

/** An offer with the figures computed for this user, which are not computed again here. */
export interface ExportOffer
  extends Pick<
    PriceAt,
    'basis' | 'unitPrice' | 'variantPrices' | 'atMinimum' | 'listPrice' | 'belowMinimum'
  > {
  offer: KnownOffer
  /** `unitPrice` in `ExportInput.currency`, not rounded. */
  converted: string | null
  /** The number of searched photos that found it. */
  foundBy?: number
  note?: string
  decision?: string
  /** When the supplier was written to last, and what, if that is known. */
  contacted?: { at: Date; message: string | null }
  /** Whether it shows the searched photo, in words; missing if that was not compared. */
  photo?: string
  /** Of the product that it was found for; `null` if that is not known. */
  listing: Listing | null
  margin?: ExportMargin
}

/** What a piece costs until it can be sold, and what is left of the selling price. */
export interface ExportMargin {
  /** ISO 4217 of `landed`. */
  currency: string
  /** Not rounded; `null` while any of it is missing. */
  landed: AmountRange | null
  /** Whether more or less may be left out of `landed`. */
  landedBound: Bound | null
  /** As fractions of the selling price; `null` while a line is missing. */
  margin: AmountRange | null
  bound: Bound | null
  /** The lines that are missing, in words. */
  missing: string[]
}

export interface ExportInput {
  offers: ExportOffer[]
  quantity: number
  /** ISO 4217 of `converted`. */
  currency: string | null
  /** The number of photos searched, if several. */
  photos?: number
  generatedAt: Date
}

/** Money is a decimal string; a count, rate or measure is a number; unknown is `null`, never 0. */
export type Cell = string | number | null

export interface Column {
  name: string
  label: string
  kind: Kind
  /** In characters. */
  width: number
  /** Of money: ISO 4217; `null` if it is unknown. */
  currency: string | null
  /** For programs, not for people: a workbook does not show it. */
  hidden?: boolean
  /** What a workbook offers to choose from; anything else may be written too. Without commas. */
  choices?: string[]
}

export interface PictureColumn {
  /** Its place, from 0. */
  column: number
  /** One a row. */
  jpegs: (Uint8Array<ArrayBuffer> | null)[]
}

/** Rows that are made one after the other, while a file is written, or are there already. */
export type Rows = Iterable<Cell[]> & { readonly length: number }

export interface Table<R extends Rows = Cell[][]> {
  name: string
  columns: Column[]
  /** One row an offer, one cell a column. */
  rows: R
  /** Pictures that a workbook shows. */
  pictures?: PictureColumn[]
}

/** Of writing a file, which is done in slices, so that a page stays usable meanwhile. */
export interface Progress {
  signal?: AbortSignal | undefined
  /** How many rows are written. */
  onRows?: ((done: number) => void) | undefined
}

/** The one table from which all files are made. */
export function toTable(input: ExportInput, labels: Labels): Table {
  const { photos, offers } = input
  const tiers = Math.min(Math.max(0, ...offers.map(({ offer }) => offer.priceTiers.length)), MAX_TIER_COLUMNS)
  const names = (Object.keys(COLUMNS) as ColumnName[]).filter(
    (name) => (photos || name !== 'foundBy') && (tierOf(name)?.number ?? 0) <= tiers,
  )
  return {
    name: labels.sheet,
    columns: names.map((name) => ({
      name,
      label: labelOf(name, photos ?? 1, labels),
      ...COLUMNS[name],
      currency: currencyOf(name, input),
    })),
    rows: offers.map((out) => {
      const cells: Partial<Record<ColumnName, Cell>> = {
        ...offerCells(out.offer, labels),
        ...ownCells(out, input, labels),
        ...priceCells(out, labels),
        ...marginCells(out.margin, labels),
      }
      return names.map((name) => cells[name] ?? null)
    }),
  }
}

function labelOf(name: ColumnName, photos: number, labels: Labels): string {
  const tier = tierOf(name)
  if (tier) return labels.tierColumns[tier.part](tier.number)
  return name === 'foundBy' ? labels.foundByColumn(photos) : labels.columns[name as NamedColumn]
}

/** The currency of a column of money: that of the platform, of the listing, or the one to convert to. */
function currencyOf(name: ColumnName, { currency, offers }: ExportInput): string | null {
  if (name === 'converted') return currency
  if (name === 'listingPrice' || name === 'listingPriceTo')
    return onlyOne(offers.flatMap(({ listing }) => (listing?.price ? listing.currency : [])))
  if (name === 'landedLow' || name === 'landedHigh')
    return onlyOne(offers.flatMap(({ margin }) => margin?.currency ?? []))
  return COLUMNS[name].kind === 'money' ? 'CNY' : null
}

/** A column with several currencies is formatted in none. */
export function onlyOne(currencies: (string | null)[]): string | null {
  const [only, ...others] = new Set(currencies)
  return others.length === 0 ? (only ?? null) : null
}

function offerCells(offer: KnownOffer, labels: Labels) {
  const { supplier, priceTiers } = offer
  const closed = notForSale(offer)
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
    ...('shipping' in offer && offer.shipping),
    detailsAt: 'fetchedAt' in offer && offer.fetchedAt ? dateAndTime(new Date(offer.fetchedAt)) : null,
    detailUrl: offer.detailUrl,
    imageUrl: offer.imageUrl,
    variant: joinParts(matchedVariants(offer).map((each) => variantName(each, labels.locale === 'zh'))),
    stock: stockOf(offer),
    availability: closed ? labels.notForSale[closed] : null,
  } satisfies Partial<Record<ColumnName, Cell>>
}

/** What is known of the price, and the first tiers in columns of their own. */
function priceCells({ offer, basis, listPrice, variantPrices }: ExportOffer, labels: Labels) {
  const tiers = offer.priceTiers
    .toSorted((one, other) => one.minQuantity - other.minQuantity)
    .slice(0, MAX_TIER_COLUMNS)
    .flatMap(({ minQuantity, price }, index): [string, Cell][] => [
      [`tierQuantity${index + 1}`, minQuantity],
      [`tierPrice${index + 1}`, price],
    ])
  return {
    priceBasis: labels.priceBases[basis],
    listPrice: listPrice?.low ?? null,
    listPriceTo: listPrice?.high ?? null,
    variantPriceLow: variantPrices?.low ?? null,
    variantPriceHigh: variantPrices?.high ?? null,
    ...Object.fromEntries(tiers),
  } satisfies Partial<Record<ColumnName, Cell>>
}

export function marginCells(result: ExportMargin | undefined, labels: Labels) {
  if (!result) return {}
  const { currency, landed, landedBound, margin, bound, missing } = result
  const costs = endsThatHold(landed, landedBound)
  const rounded = (amount: string | null) => (amount === null ? null : roundForDisplay(amount, currency))
  const left = endsThatHold(margin, bound)
  const numeric = (share: string | null) => (share === null ? null : Number(share))
  return {
    landedLow: rounded(costs.low),
    landedHigh: rounded(costs.high),
    landedBound: landed && landedBound ? labels.bounds[landedBound] : null,
    marginCurrency: landed ? currency : null,
    marginLow: numeric(left.low),
    marginHigh: numeric(left.high),
    marginBound: margin && bound ? labels.bounds[bound] : null,
    marginMissing: joinParts(missing),
  } satisfies Partial<Record<ColumnName, Cell>>
}

/** Of a range that can only be higher, its high end is not known, and the other way round. */
function endsThatHold(range: AmountRange | null, bound: Bound | null) {
  return {
    low: range && bound !== 'atMost' ? range.low : null,
    high: range && bound !== 'atLeast' ? range.high : null,
  }
}

function ownCells(out: ExportOffer, { quantity, currency, generatedAt }: ExportInput, labels: Labels) {
  return {
    unitPrice: out.unitPrice,
    quantity,
    belowMinimum: yesOrNo(out.belowMinimum, labels),
    ...convertedCells(out.converted, currency),
    foundBy: out.foundBy ?? null,
    note: out.note ?? null,
    decision: out.decision ?? null,
    contactedAt: out.contacted ? dateAndTime(out.contacted.at) : null,
    contactMessage: out.contacted?.message ?? null,
    photo: out.photo ?? null,
    listingTitle: out.listing?.title ?? null,
    listingPrice: out.listing?.price ?? null,
    listingPriceTo: out.listing?.priceTo ?? null,
    listingPriceBasis: out.listing?.price && out.listing.isFrom ? labels.lowestPrice : null,
    listingCurrency: out.listing?.currency ?? null,
    listingProductNumber: out.listing?.productNumber ?? null,
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

/** Neither a comma nor a semicolon: Excel splits a CSV file at one of them, depending on the locale, even within a cell. */
export function joinParts(parts: string[]): string | null {
  return parts.length === 0 ? null : parts.join(' | ')
}

/** A badge without a label is shown by its key. */
export function badgeName(badge: string, { badges }: Labels): string {
  return (Object.hasOwn(badges, badge) && badges[badge]) || badge.replaceAll('_', ' ')
}
