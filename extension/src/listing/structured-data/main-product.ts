import { isOfEarlierPage } from '../page/earlier-page.ts'
import { isSamePage, isSameVariant } from '../page/page-url.ts'
import { areSimilarTitles, isAccessoryFor, isNamedIn, overlap, wordSetOf } from '../page/product-title.ts'
import type { PageFacts } from '../page/types.ts'
import { isNumberInAddress } from './product-number.ts'
import type { Product, StructuredProducts } from './products.ts'
import { arrayOf, type Thing, textOf, typesOf, urlOf } from './schema-org.ts'

/**
 * The product that a page is about; several things if it is described several times or by variant. Empty if the page has
 * several products and does not tell which, as on a category page: better none than a recommendation.
 */
export function mainProduct({ products }: StructuredProducts, facts: PageFacts): Thing[] {
  const candidates = products.filter(
    ({ isSecondary, thing }) =>
      !isSecondary &&
      !facts.shownHeadings.some((heading) => isAccessoryFor(textOf(thing.name) ?? '', heading)),
  )
  const things = (found: Product[]) => found.map(({ thing }) => thing)
  const declared = things(candidates.filter(({ isMain }) => isMain))
  const all = things(candidates)
  const found =
    all.length < 2
      ? all
      : ([
          declared,
          ...onPage(all, facts),
          all.filter((thing) => isNumberInAddress(thing, facts.url)),
          bestNamedBy(all, facts.headings),
        ].find((each) => each.length > 0 && areOneProduct(each)) ?? [])
  return isStale(found, facts) ? [] : found
}

/** Whether the page has moved on to another product since it was loaded: see `isOfEarlierPage`. */
function isStale(things: Thing[], facts: PageFacts): boolean {
  const own = things.flatMap((thing) => urlsOf(thing, facts.url))
  const names = things.map(({ name }) => textOf(name)).filter((name) => name !== null)
  return names.length > 0 && names.every((name) => isOfEarlierPage(name, own, facts))
}

/** The product at a URL, such as the link of a card's picture, wherever it is on the page. */
export function productAt({ products }: StructuredProducts, url: URL, base: URL): Thing[] {
  const things = products.map(({ thing }) => thing)
  const [exact = [], same = []] = onPage(things, { url, base })
  return [exact, same].find((found) => found.length > 0 && areOneProduct(found)) ?? []
}

/** The things with the page's URL including the variant it selects, and those with the page's URL but for the variant. */
function onPage(things: Thing[], page: { url: URL; canonical?: URL; base?: URL }): Thing[][] {
  const pages = [page.url, page.canonical].filter((url) => url !== undefined)
  const at = (same: (a: URL, b: URL) => boolean) =>
    things.filter((thing) =>
      urlsOf(thing, page.base ?? page.url).some((own) => pages.some((url) => same(own, url))),
    )
  return [at(isSameVariant), at(isSamePage)]
}

/** The things whose name is best matched by a heading. */
function bestNamedBy(things: Thing[], headings: string[]): Thing[] {
  const titles = headings.map(wordSetOf)
  const scores = things.map(({ name }) => {
    const title = textOf(name) ?? ''
    if (headings.some((heading) => isAccessoryFor(title, heading))) return 0
    const words = wordSetOf(title)
    return Math.max(0, ...titles.filter((each) => isNamedIn(each, words)).map((each) => overlap(words, each)))
  })
  const best = Math.max(...scores)
  return best > 0 ? things.filter((_, at) => scores[at] === best) : []
}

/** Whether all describe one product or its variants. */
function areOneProduct([first, ...others]: Thing[]): boolean {
  const name = textOf(first?.name)
  return others.every((other) => {
    const otherName = textOf(other.name)
    return !name || !otherName || areSimilarTitles(otherName, name)
  })
}

/** The addresses of a product's own page. */
export function urlsOf(thing: Thing, base: URL): URL[] {
  const offers = arrayOf(thing.offers).map((offer) => (offer as Thing | undefined)?.url)
  return [thing.url, thing['@id'], thing.mainEntityOfPage, ...offers]
    .map((each) => urlOf(each, base))
    .filter((each) => each !== undefined)
}

export function isGroup(thing: Thing): boolean {
  return typesOf(thing).includes('ProductGroup')
}
