import { arrayOf, isThing, type LinkedThing, typesOf } from './linked-data.ts'

/** A product that a page describes. */
export interface Product {
  thing: LinkedThing
  /** Whether the page says that it is about this one. */
  main: boolean
  /** Beside what the page is about: in a list, related, or a variant of another. */
  aside: boolean
}

export interface Catalogue {
  products: Product[]
  /** The things that a value holds or names by their `@id`. */
  follow(value: unknown): LinkedThing[]
}

const TYPES = new Set(['Product', 'ProductGroup', 'ProductModel', 'IndividualProduct', 'SomeProducts'])
const ASIDE = new Set(
  'isRelatedTo isSimilarTo isAccessoryOrSparePartFor isConsumableFor itemListElement hasVariant isVariantOf model review itemReviewed makesOffer hasOfferCatalog'.split(
    ' ',
  ),
)
const MOST_THINGS = 5000
const DEEPEST = 12

/** Every product of a page's structured data, in the order of the page. */
export function catalogueOf(documents: unknown[]): Catalogue {
  const products: Product[] = []
  const byId = new Map<string, LinkedThing>()
  const mainIds = new Set<string>()
  let things = 0

  const walk = (value: unknown, place: { main: boolean; aside: boolean; depth: number }) => {
    if (Array.isArray(value)) for (const each of value) walk(each, place)
    if (!isThing(value) || place.depth > DEEPEST || ++things > MOST_THINGS) return
    const id = idOf(value)
    if (id && !isReference(value) && !byId.has(id)) byId.set(id, value)
    if (id && place.main) mainIds.add(id)
    const isProduct = typesOf(value).some((type) => TYPES.has(type))
    if (isProduct) products.push({ thing: value, main: place.main, aside: place.aside })
    for (const [key, inner] of Object.entries(value)) {
      // A product inside another is its variant, its neighbour, or once more itself.
      const aside = place.aside || isProduct || ASIDE.has(key)
      walk(inner, { main: key === 'mainEntity', aside, depth: place.depth + 1 })
    }
  }
  walk(documents, { main: false, aside: false, depth: 0 })

  const whole = (thing: LinkedThing) =>
    (isReference(thing) ? byId.get(idOf(thing) ?? '') : undefined) ?? thing
  return {
    products: products
      .filter(({ thing }) => whole(thing) === thing)
      .map((product) => ({ ...product, main: product.main || mainIds.has(idOf(product.thing) ?? '') })),
    follow: (value) => arrayOf(value).filter(isThing).map(whole),
  }
}

function idOf(thing: LinkedThing): string | undefined {
  return typeof thing['@id'] === 'string' ? thing['@id'] : undefined
}

/** Whether it only names a thing that is described elsewhere. Shops give one id to several things that have more. */
function isReference(thing: LinkedThing): boolean {
  return '@id' in thing && Object.keys(thing).every((key) => key === '@id' || key === '@type')
}
