import type { PhotoVerdict, PriceTier } from '@find-on-1688/shared'
import type { BatchRow, RowFailure } from '../model/batch.ts'
import type { KnownOffer } from '../model/variant-match.ts'
import { roundForDisplay } from '../pricing/format-money.ts'
import type { Margin } from '../pricing/margin.ts'
import { type PriceAt, shownPrice } from '../pricing/price-at.ts'
import type { CandidateColumn, ChosenColumn, StateColumn } from './batch-columns.ts'
import type { BatchLabels } from './batch-labels.ts'
import { exportMargin } from './export-margin.ts'
import { dateAndTime } from './file-name.ts'
import { badgeName, type Cell, joinParts, marginCells } from './table.ts'

/** An offer for one of the products, with figures that are not computed again here. */
export interface BatchOffer {
  priced: {
    offer: KnownOffer
    quantity: number
    at: PriceAt
    /** The price to show in `currency`, not rounded; `null` if price or rate is not known. */
    converted: { low: string; high: string | null } | null
    currency: string
  }
  /** `null` if nobody has compared the photos. */
  verdict: PhotoVerdict | null
  margin: Margin | null
}

export function candidateCells(candidate: BatchOffer, labels: BatchLabels) {
  const { priced, verdict, margin } = candidate
  const { offer, at } = priced
  const { supplier } = offer
  const isChinese = labels.common.locale === 'zh'
  const { marginLow, marginHigh, marginBound, marginMissing } = marginsOf(margin, labels)
  return {
    offerId: offer.offerId,
    title: isChinese ? offer.title : (offer.titleTranslated ?? offer.title),
    photo: verdict && labels.verdicts[verdict],
    ...priceCells(priced, labels),
    minOrder: offer.minOrder,
    ...{ marginLow, marginHigh, marginBound, marginMissing },
    supplier: supplier.name,
    location: supplier.location,
    detailUrl: offer.detailUrl,
    imageUrl: offer.imageUrl,
    priceQuantity: at.unitPrice !== null ? priced.quantity : (at.atMinimum?.quantity ?? null),
  } satisfies Record<CandidateColumn, Cell>
}

/** The price, up to which where it is a range, and what it is if not that at the quantity. */
function priceCells({ at }: BatchOffer['priced'], labels: BatchLabels) {
  const shown = shownPrice(at)
  return {
    price: shown?.low ?? null,
    priceTo: shown && shown.high !== shown.low ? shown.high : null,
    priceBasis: at.atMinimum && at.unitPrice === null ? labels.atMinimum : labels.common.priceBases[at.basis],
  }
}

export function chosenCells({ priced, margin }: BatchOffer, labels: BatchLabels) {
  const { offer, converted, currency } = priced
  const { supplier, priceTiers } = offer
  const { landedLow, landedHigh, landedBound, marginCurrency } = marginsOf(margin, labels)
  const rounded = (amount: string | null) => (amount === null ? null : roundForDisplay(amount, currency))
  return {
    titleChinese: offer.title,
    converted: rounded(converted?.low ?? null),
    convertedTo: converted && converted.high !== converted.low ? rounded(converted.high) : null,
    convertedCurrency: converted && currency,
    ...{ landedLow, landedHigh, landedBound, marginCurrency },
    unit: offer.unit,
    priceTiers: joinParts(priceTiers.map((tier) => exactTier(tier, labels.common))),
    years: supplier.years,
    badges: joinParts(supplier.badges.map((badge) => badgeName(badge, labels.common))),
    monthlySales: offer.monthlySales,
    repurchaseRate: offer.repurchaseRate,
  } satisfies Record<Exclude<ChosenColumn, CandidateColumn>, Cell>
}

/** `100+ ¥9.50`, and `¥0.125` as it is: it is read back. */
function exactTier({ minQuantity, price }: PriceTier, { locale }: BatchLabels['common']): string {
  const [whole, decimals = ''] = price.split('.')
  return `${minQuantity.toLocaleString(locale)}+ ¥${whole}.${decimals.padEnd(2, '0')}`
}

const NO_MARGIN = {
  ...{ landedLow: null, landedHigh: null, landedBound: null, marginCurrency: null },
  ...{ marginLow: null, marginHigh: null, marginBound: null, marginMissing: null },
}

function marginsOf(margin: Margin | null, labels: BatchLabels) {
  const cells = margin && marginCells(exportMargin(margin, labels.costLines), labels.common)
  return { ...NO_MARGIN, ...cells }
}

export function stateCells({ state, outcome, failure }: BatchRow, labels: BatchLabels) {
  return {
    state: labels.states[state],
    reason: failure ? reasonOf(failure, labels) : null,
    offers: outcome?.offers ?? null,
    compared: outcome?.compared ?? null,
    // Nothing is known of photos that nobody compared.
    same: outcome?.compared ? outcome.same : null,
    likely: outcome?.compared ? outcome.likely : null,
    searchedAt: outcome ? dateAndTime(new Date(outcome.at)) : null,
  } satisfies Record<StateColumn, Cell>
}

/** In words; a code without a text, of another version, is told as it is. */
function reasonOf({ code, detail }: RowFailure, { failures, rowProblems }: BatchLabels): string {
  const texts: Record<string, { title: string }> = { ...failures, ...rowProblems }
  const title = Object.hasOwn(texts, code) ? texts[code]?.title : code
  return detail ? `${title} (${detail})` : `${title}`
}
