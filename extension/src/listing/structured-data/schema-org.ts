/** One item of structured data, from JSON-LD, microdata or RDFa. */
export type Thing = Record<string, unknown>

const MAX_DEPTH = 40

/** The names that are read here. Shops write them in any case, with and without the vocabulary. */
const PROPERTIES = namesByLowerCase(
  `@context @graph @id @type @value availability billingDuration billingIncrement eligibleQuantity gtin gtin12 gtin13 gtin14 gtin8
   hasOfferCatalog hasVariant highPrice isAccessoryOrSparePartFor isbn isConsumableFor isRelatedTo isSimilarTo isVariantOf itemCondition
   itemListElement itemOffered itemReviewed lowPrice mainEntity mainEntityOfPage makesOffer maxPrice minPrice minValue model mpn name
   offerCount offers price priceComponentType priceCurrency priceSpecification priceType productGroupID productID referenceQuantity review sku url
   validForMemberTier valueAddedTaxIncluded value valueReference`,
)
const TYPES = namesByLowerCase(
  'AggregateOffer IndividualProduct Offer PriceSpecification Product ProductGroup ProductModel SomeProducts UnitPriceSpecification',
)

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** Without the vocabulary, and in schema.org's own case: `http://schema.org/Product`, `schema:product` are `Product`. */
export function typesOf(thing: Thing): string[] {
  return arrayOf(thing['@type']).map((type) => properName(nameOf(type), TYPES))
}

/** The last part of a URL or of a prefixed name. */
export function nameOf(value: unknown): string {
  return typeof value === 'string' ? (value.trim().split(/[/#:]/).at(-1) ?? '') : ''
}

/** A copy in which every property has schema.org's own name: `schema:Offers` is `offers`. Of two with one name the first counts. */
export function withProperNames(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return undefined
  if (Array.isArray(value)) return value.map((each) => withProperNames(each, depth + 1))
  if (!isThing(value)) return value
  // Names come from the page, and may be `constructor`.
  const named: Thing = Object.create(null)
  for (const [key, inner] of Object.entries(value)) {
    const name = properName(key.startsWith('@') ? key : nameOf(key), PROPERTIES)
    named[name] ??= withProperNames(inner, depth + 1)
  }
  return named
}

function properName(name: string, names: Map<string, string>): string {
  return names.get(name.toLowerCase()) ?? name
}

function namesByLowerCase(names: string): Map<string, string> {
  return new Map(names.split(/\s+/).map((name) => [name.toLowerCase(), name]))
}

/** The first text of a value, which may be a list, a number or a text with a language. */
export function textOf(value: unknown): string | null {
  for (const each of arrayOf(value)) {
    const text = isThing(each) ? each['@value'] : each
    if (typeof text === 'number') return String(text)
    if (typeof text === 'string' && text.trim()) return text.trim()
  }
  return null
}

/** The first URL of a value, absolute. */
export function urlOf(value: unknown, base: URL): URL | undefined {
  const [first] = arrayOf(value)
  const text = textOf(isThing(first) ? (first['@id'] ?? first.url) : first)
  const url = text ? URL.parse(text, base.href) : null
  return url?.protocol.startsWith('http') ? url : undefined
}
