import type { Offer, PriceTier } from '@find-on-1688/shared'
import type { BatchColumn } from '../../export/batch-columns.ts'
import { readRowId } from '../../export/batch-row-id.ts'
import { MAX_CANDIDATES } from '../../export/batch-table.ts'

/** The cell of a column of ours; of a candidate by its place, from 0. */
export type CellOf = (name: BatchColumn, candidate?: number) => string

/** Where a row tells of an offer: a candidate by its place, or `undefined` for the chosen one. */
type Place = number | undefined

/**
 * An offer as far as an exported table tells, of its chosen offer or one of its candidates: for a list that is no longer in
 * this browser. What the table does not say is unknown.
 *
 * @returns `null` if the row tells of no such offer
 */
export function offerOfCells(offerId: string, cell: CellOf): Offer | null {
  const places: Place[] = [undefined, ...Array.from({ length: MAX_CANDIDATES }, (_, index) => index)]
  const at = places.findIndex((place) => cell('title', place) !== '' && tellsOf(offerId, place, cell))
  if (at < 0) return null
  const found = places[at]
  const text = (name: BatchColumn) => cell(name, found) || null
  const title = cell('title', found)
  const priceTiers = found === undefined ? tiersOf(cell('priceTiers')) : []
  const original = text('titleChinese')
  return {
    offerId,
    title: original ?? title,
    titleTranslated: original && original !== title ? title : null,
    // A price that depends on quantity or variant is none that holds for each piece.
    price: priceTiers.length > 0 ? null : amountOf(cell('price', found)),
    priceMax: priceTiers.length > 0 ? null : amountOf(cell('priceTo', found)),
    currency: 'CNY',
    priceTiers,
    minOrder: countOf(cell('minOrder', found)),
    unit: text('unit'),
    supplier: {
      name: text('supplier'),
      location: text('location'),
      years: countOf(cell('years', found)),
      verified: null,
      badges: [],
    },
    imageUrl: URL.parse(text('imageUrl') ?? '')?.href ?? null,
    detailUrl: `https://detail.1688.com/offer/${offerId}.html`,
    monthlySales: countOf(cell('monthlySales', found)),
    repurchaseRate: null,
    patented: null,
  }
}

/** Whether the cells beside an ID are those of its offer. Who edits an ID leaves the title and prices of another one there. */
function tellsOf(offerId: string, place: Place, cell: CellOf): boolean {
  if (cell('offerId', place) !== offerId) return false
  const link = cell('detailUrl', place)
  const isLinked = new RegExp(`\\b${offerId}\\b`).test(link)
  if (place !== undefined) return isLinked || link === ''
  const exported = readRowId(cell('rowId'))?.decision ?? ''
  return /^\d+$/.test(exported) ? exported === offerId : isLinked
}

/** `2+ ¥10.10 | 1,000+ ¥9.50`; none if one of them cannot be read. */
function tiersOf(text: string): PriceTier[] {
  const tiers = text.split('|').map((part) => {
    const [, quantity, price] = /^\s*([\d,]+)\+\s*(\S+)\s*$/.exec(part) ?? []
    return { minQuantity: countOf(quantity ?? ''), price: amountOf(price ?? '') }
  })
  const known = tiers.filter((tier): tier is PriceTier => tier.minQuantity !== null && tier.price !== null)
  return known.length === tiers.length ? known : []
}

/** A decimal string; `null` also where a comma may separate thousands or decimals. */
function amountOf(text: string): string | null {
  const number = text.replaceAll(/\s/g, '').replace(/^(CN)?[¥￥]/, '')
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(number)) return number.replaceAll(',', '')
  if (/^\d+(\.\d+)?$/.test(number)) return number
  return /^\d+,(\d{1,2}|\d{4})$/.test(number) ? number.replace(',', '.') : null
}

/** `null` also for `1.000`, which is a thousand where points separate them, and for `1,5`. */
function countOf(text: string): number | null {
  const number = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text.replace(/\.0{1,2}$/, '')
  return /^\d{1,15}$/.test(number) ? Number(number) : null
}
