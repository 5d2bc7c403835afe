import { arrayOf, type LinkedThing, textOf } from './linked-data.ts'

const GTINS = ['gtin14', 'gtin13', 'gtin12', 'gtin8', 'gtin', 'isbn']
const OTHERS = ['mpn', 'sku', 'productID', 'productGroupID']
const LONGEST = 64

/** The number that names a product to most people: a GTIN, else the maker's, else the shop's own. */
export function productNumberOf(thing: LinkedThing): string | null {
  const offers = arrayOf(thing.offers) as LinkedThing[]
  const [only = {}] = offers.length === 1 ? offers : []
  const gtins = [thing, only].flatMap((each) => GTINS.map((key) => textOf(each[key])?.replace(/[ -]/g, '')))
  const others = [thing, only].flatMap((each) => OTHERS.map((key) => textOf(each[key])))
  return gtins.find(isGtin) ?? others.find((each) => each && each.length <= LONGEST) ?? null
}

/** With the right check digit: shops fill the field with anything. */
export function isGtin(text: string | undefined): text is string {
  if (!text || !/^(\d{8}|\d{12,14})$/.test(text) || /^0+$/.test(text)) return false
  const digits = [...text].reverse().map(Number)
  return digits.reduce((sum, digit, at) => sum + digit * (at % 2 ? 3 : 1), 0) % 10 === 0
}
