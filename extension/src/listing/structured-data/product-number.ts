import { arrayOf, type Thing, textOf } from './schema-org.ts'

const GTINS = ['gtin14', 'gtin13', 'gtin12', 'gtin8', 'gtin', 'isbn']
const OTHERS = ['mpn', 'sku', 'productID', 'productGroupID']
const MAX_CHARACTERS = 64

/** The most widely known number of a product: a GTIN, else the manufacturer's, else the shop's own. */
export function productNumberOf(thing: Thing): string | null {
  const offers = arrayOf(thing.offers) as Thing[]
  const [only = {}] = offers.length === 1 ? offers : []
  const gtins = [thing, only].flatMap((each) => GTINS.map((key) => textOf(each[key])?.replace(/[ -]/g, '')))
  const others = [thing, only].flatMap((each) => OTHERS.map((key) => textOf(each[key])))
  return gtins.find(isGtin) ?? others.find((each) => each && each.length <= MAX_CHARACTERS) ?? null
}

/** Checks the check digit, because shops fill in anything. */
function isGtin(text: string | undefined): text is string {
  if (!text || !/^(\d{8}|\d{12,14})$/.test(text) || /^0+$/.test(text)) return false
  const digits = [...text].reverse().map(Number)
  return digits.reduce((sum, digit, at) => sum + digit * (at % 2 ? 3 : 1), 0) % 10 === 0
}

/** Whether a page's address contains a number of the product, apart from short ones that could be anything. */
export function isNumberInAddress(thing: Thing, { pathname, search }: URL): boolean {
  const parts = new Set(`${pathname}${search}`.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const numbers = [...GTINS, ...OTHERS].map((key) => textOf(thing[key])?.toLowerCase())
  return numbers.some((each) => each && each.length >= 5 && /\d/.test(each) && parts.has(each))
}
