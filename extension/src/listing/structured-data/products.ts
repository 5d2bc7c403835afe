import { arrayOf, isThing, type Thing, typesOf, withProperNames } from './schema-org.ts'

/** A product in a page's structured data. */
export interface Product {
  thing: Thing
  /** Whether the page declares it as its main entity. */
  isMain: boolean
  /** Whether it is in a list, related, or a variant of another product. */
  isSecondary: boolean
}

export interface StructuredProducts {
  products: Product[]
  /** The things that a value contains or references by `@id`. */
  resolve(value: unknown): Thing[]
}

const PRODUCT_TYPES = new Set([
  'Product',
  'ProductGroup',
  'ProductModel',
  'IndividualProduct',
  'SomeProducts',
])
const SECONDARY_PROPERTIES = new Set(
  'isRelatedTo isSimilarTo isAccessoryOrSparePartFor isConsumableFor itemListElement hasVariant isVariantOf model review itemReviewed makesOffer hasOfferCatalog'.split(
    ' ',
  ),
)
const MAX_THINGS = 5000
const MAX_DEPTH = 12

/** Every product of a page's structured data, in document order. */
export function structuredProducts(documents: unknown[]): StructuredProducts {
  const products: Product[] = []
  const byId = new Map<string, Thing>()
  const mainIds = new Set<string>()
  let things = 0

  const walk = (value: unknown, at: { isMain: boolean; isSecondary: boolean; depth: number }) => {
    if (Array.isArray(value)) for (const each of value) walk(each, at)
    if (!isThing(value) || at.depth > MAX_DEPTH || ++things > MAX_THINGS) return
    const id = idOf(value)
    if (id && !isReference(value) && !byId.has(id)) byId.set(id, value)
    if (id && at.isMain) mainIds.add(id)
    const isProduct = typesOf(value).some((type) => PRODUCT_TYPES.has(type))
    if (isProduct) products.push({ thing: value, isMain: at.isMain, isSecondary: at.isSecondary })
    for (const [key, inner] of Object.entries(value)) {
      // A product inside another is a variant, a related product, or the same one again.
      const isSecondary = at.isSecondary || isProduct || SECONDARY_PROPERTIES.has(key)
      walk(inner, { isMain: key === 'mainEntity', isSecondary, depth: at.depth + 1 })
    }
  }
  walk(withProperNames(documents), { isMain: false, isSecondary: false, depth: 0 })

  const resolved = (thing: Thing) => (isReference(thing) ? byId.get(idOf(thing) ?? '') : undefined) ?? thing
  return {
    products: products
      .filter(({ thing }) => resolved(thing) === thing)
      .map((product) => ({ ...product, isMain: product.isMain || mainIds.has(idOf(product.thing) ?? '') })),
    resolve: (value) => arrayOf(value).filter(isThing).map(resolved),
  }
}

function idOf(thing: Thing): string | undefined {
  return typeof thing['@id'] === 'string' ? thing['@id'] : undefined
}

/** Whether it only references a thing. Shops give one id to several things with further properties: those are not references. */
function isReference(thing: Thing): boolean {
  return '@id' in thing && Object.keys(thing).every((key) => key === '@id' || key === '@type')
}
