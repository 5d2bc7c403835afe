import { areAlike, names, shareIn, wordSetOf } from './alike.ts'
import type { PageFacts } from './facts.ts'
import { addressOf, arrayOf, type LinkedThing, textOf, typesOf } from './linked-data.ts'
import type { Catalogue, Product } from './products.ts'

/**
 * The product that a page is about; several things where the page describes it several times or each of its variants.
 * None where the page has several products and does not tell, as a category does: better none than a recommendation.
 */
export function mainProduct({ products }: Catalogue, facts: PageFacts): LinkedThing[] {
  const candidates = products.filter(({ aside }) => !aside)
  const things = (found: Product[]) => found.map(({ thing }) => thing)
  if (candidates.length < 2) return things(candidates)
  const said = things(candidates.filter(({ main }) => main))
  const all = things(candidates)
  return (
    [said, ...atPage(all, facts), likeHeading(all, facts.headings)].find(
      (found) => found.length > 0 && areOne(found),
    ) ?? []
  )
}

/** The product at an address, wherever it stands in the page: where the picture of a card leads to. */
export function productAt({ products }: Catalogue, address: URL, base: URL): LinkedThing[] {
  const things = products.map(({ thing }) => thing)
  const [exact = [], same = []] = atPage(things, { url: address, base })
  return [exact, same].find((found) => found.length > 0 && areOne(found)) ?? []
}

/** Those whose address is the page's with everything that chooses a variant, then those that only differ in that. */
function atPage(things: LinkedThing[], page: { url: URL; canonical?: URL; base?: URL }): LinkedThing[][] {
  const pages = [page.url, page.canonical].filter((url) => url !== undefined)
  const at = (same: (a: URL, b: URL) => boolean) =>
    things.filter((thing) =>
      addressesOf(thing, page.base ?? page.url).some((address) => pages.some((url) => same(address, url))),
    )
  return [at(choosesSame), at(isSamePage)]
}

/** Those that a heading names best, all of the same name. */
function likeHeading(things: LinkedThing[], headings: string[]): LinkedThing[] {
  const said = headings.map(wordSetOf)
  const likeness = things.map(({ name }) => {
    const words = wordSetOf(textOf(name) ?? '')
    return Math.max(0, ...said.filter((each) => names(each, words)).map((each) => shareIn(words, each)))
  })
  const best = Math.max(...likeness)
  return best > 0 ? things.filter((_, at) => likeness[at] === best) : []
}

/** Whether all describe one product, or its variants. */
function areOne([first, ...others]: LinkedThing[]): boolean {
  const name = textOf(first?.name)
  return others.every((other) => {
    const its = textOf(other.name)
    return !name || !its || areAlike(its, name)
  })
}

function addressesOf(thing: LinkedThing, base: URL): URL[] {
  const offers = arrayOf(thing.offers).map((offer) => (offer as LinkedThing | undefined)?.url)
  return [thing.url, thing['@id'], thing.mainEntityOfPage, ...offers]
    .map((each) => addressOf(each, base))
    .filter((each) => each !== undefined)
}

export function isSamePage(a: URL, b: URL): boolean {
  const plain = ({ host, pathname }: URL) => host.replace(/^www\./, '') + pathname.replace(/\/$/, '')
  return plain(a) === plain(b)
}

/** Whether an address names a variant and the page shows just that one. */
export function choosesSame(address: URL, page: URL): boolean {
  const chosen = [...address.searchParams]
  return (
    chosen.length > 0 &&
    isSamePage(address, page) &&
    chosen.every(([key, value]) => page.searchParams.get(key) === value)
  )
}

export function isGroup(thing: LinkedThing): boolean {
  return typesOf(thing).includes('ProductGroup')
}
