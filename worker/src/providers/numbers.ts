import type { PriceTier } from '@find-on-1688/shared'
import { asObject, type Json, type JsonObject, scalarText } from '../gateway/json.ts'

// Numbers as the platform writes them. What can be read in two ways is not read: `null`.

/** A mark before, digits with thousands separators or without (but no decimal comma), and a unit behind. */
const NUMBER = /^([^\d.,-]{0,3}?)\s*(\d{1,12}|[1-9]\d{0,2}(?:,\d{3}){1,3})(\.\d{1,20})?\s*([^\d.,]{0,12}|)$/
const FULL_WIDTH_OFFSET = 0xfee0

/** Text in ASCII, as sellers write in full width too; empty for what is neither text nor a number. */
function plain(value: Json | undefined): string {
  return scalarText(value)
    .trim()
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
}

/** Its digits, if nothing stands around them but what `around` allows: mark and unit, joined by `#`. */
function digitsOf(value: Json | undefined, around: RegExp): { digits: string; unit: string } | undefined {
  const [, mark, whole, fraction = '', unit = ''] = NUMBER.exec(plain(value)) ?? []
  if (!whole || !around.test(`${mark}#${unit}`)) return undefined
  return { digits: whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') + fraction, unit }
}

/** Yuan above zero as a decimal string: `¥1,299.00` as `1299.00`. */
export function yuan(value: Json | undefined): string | null {
  const amount = digitsOf(value, /^(¥|￥|CNY|RMB)?#(元|CNY|RMB)?(\/\p{Script=Han}{1,2})?起?$/iu)?.digits
  return amount && Number(amount) > 0 ? amount : null
}

/**
 * One amount or a range, such as `125-128` or `¥2.00~3.50`. An amount by itself has no `priceMax`: nothing says that no
 * variant costs more. Words such as `面议` (negotiable) are no price.
 */
export function yuanRange(value: Json | undefined): PriceRange {
  const parts = plain(value).split(/[-‐‑–—―−~〜至到]/, 3)
  return parts.length > 2 ? rangeOf([null]) : rangeOf(parts.map(yuan))
}

interface PriceRange {
  price: string | null
  priceMax: string | null
}

/** From the lowest to the highest. An unknown amount may be either, so then neither is known. */
export function rangeOf(amounts: (string | null)[]): PriceRange {
  const known = amounts.filter((amount) => amount !== null).sort((a, b) => Number(a) - Number(b))
  const [price = null, high = null] = known.length < amounts.length ? [] : [known[0], known.at(-1)]
  return { price, priceMax: Number(high) > Number(price) ? high : null }
}

/**
 * A whole number from `min` on: `2件` is 2; `1.2万+`, at least 12,000, is 12000. A unit may follow, but no word that changes
 * the number, such as `百` (hundred), `以下` (or less) or `不到` (under).
 */
export function count(value: Json | undefined, min = 0): number | null {
  const read = digitsOf(
    value,
    /^(≥|>=)?#[万亿]?\+?\s*((?![十百千万亿下内不])\p{Script=Han}){0,4}(pcs?|pieces?)?\+?$/iu,
  )
  const factor = { 万: 1e4, 亿: 1e8 }[read?.unit[0] ?? ''] ?? 1
  // Rounded, because 1.1 × 10,000 is 11000.000000000002 in floats.
  const total = Number((Number(read?.digits) * factor).toFixed(3))
  return Number.isSafeInteger(total) && total >= min ? total : null
}

/**
 * `"13%"` as 0.13. Without the sign, only a number above 1 is clear: `13` can be no fraction, but `0.13` may be 13 % or
 * 0.13 %.
 */
export function percentage(value: Json | undefined): number | null {
  const read = digitsOf(value, /^#%?$/)
  const number = Number(read?.digits)
  const isClear = read?.unit || number > 1 || number === 0
  return isClear && number <= 100 ? Number((number / 100).toFixed(4)) : null
}

/**
 * A seller's rate as a fraction. Without the sign these are fractions, as several clients read them (`0.975`, and `1` for
 * all).
 */
export function share(value: Json | undefined): number | null {
  const rate = percentage(value) ?? measure(value)
  return rate !== null && rate <= 1 ? rate : null
}

/** In kilograms and centimetres. */
const UNITS: Record<string, number> = { kg: 1, g: 1e-3, 克: 1e-3, cm: 1, mm: 0.1 }

/**
 * A weight in kg or a length in cm. 0 means unknown.
 *
 * @param unit that of a number without one, in kg or cm
 */
export function measure(value: Json | undefined, unit = 1): number | null {
  const read = digitsOf(value, /^#\p{L}{0,2}$/u)
  const factor = read?.unit ? (UNITS[read.unit.toLowerCase()] ?? 0) : unit
  const size = Math.round(Number(read?.digits) * factor * 1e6) / 1e6
  return size > 0 && size < 1e5 ? size : null
}

const MOST_TIERS = 100

interface TierList {
  tiers: PriceTier[]
  /** Whether these are all tiers that the platform sent. */
  isComplete: boolean
  /** Of the first tier. */
  promotionPrice: string | null
}

/**
 * Price tiers by ascending quantity, whatever the platform calls the fields.
 *
 * Only the tiers above the last one that cannot be read: the one below it would seem to hold for its quantities too. A tier
 * from 0 cannot be read either: 0 stands for unknown here as it does in weights, so it may begin at the minimum order or
 * not at all. Its price goes to no quantity, and quantities below the first tier kept have no known price.
 */
export function priceTiers(value: Json | undefined): TierList {
  const list = Array.isArray(value) && value.length <= MOST_TIERS ? value.map(asObject) : []
  const quantityOf = (row: JsonObject | undefined) =>
    count(row?.startQuantity ?? row?.beginAmount ?? row?.minQuantity) ?? -1
  const rows = list.toSorted((a, b) => quantityOf(a) - quantityOf(b))
  const tiers = rows.map((row) => ({ minQuantity: quantityOf(row), price: yuan(row?.price) ?? '' }))
  const least = tiers[0]?.minQuantity ?? -1
  const unread = tiers.findLastIndex(({ minQuantity, price }) => !minQuantity || !price)
  return {
    // Without its quantity nothing says which tier it is below.
    tiers: least < 0 ? [] : tiers.slice(unread + 1),
    isComplete: least > 0 && unread < 0,
    promotionPrice: least > 0 ? yuan(rows[0]?.promotionPrice) : null,
  }
}
