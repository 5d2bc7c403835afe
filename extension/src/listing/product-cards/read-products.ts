import { isShown } from '../../dom/elements.ts'
import type { Listing } from '../../model/listing.ts'
import { MAX_PAGE_PRODUCTS } from '../../model/page-product.ts'
import { ancestors } from '../page/clicked-picture.ts'
import type { PageFacts } from '../page/types.ts'
import { factsOf } from '../page-facts.ts'
import { priceFields } from '../price-fields.ts'
import { readCardAreas } from '../read-card.ts'
import { PageAreas } from '../shown/page-areas.ts'
import { shownPrices } from '../shown/shown-prices.ts'
import { jsonLdOf } from '../structured-data/json-ld.ts'
import { microdataOf } from '../structured-data/microdata.ts'
import { rdfaOf } from '../structured-data/rdfa.ts'
import { isAdvertisement } from './advertisement.ts'
import { numberIn, paidPrice, priceByRule, priceInLabel, titleByRule } from './card-fields.ts'
import { CARD_SYSTEMS, type CardShop, cardShopOf } from './card-shops.ts'
import { type Card, cardIn, containerOf, findCards } from './cards.ts'
import { type ListedProduct, listedProducts } from './listed-products.ts'
import { PageSections } from './page-sections.ts'
import { productLinkAt } from './product-link.ts'
import { StatedProducts } from './stated-products.ts'

type Fields = Pick<
  Listing,
  'title' | 'price' | 'priceTo' | 'isFrom' | 'currency' | 'currencyMark' | 'productNumber'
>

/** A product of a page with the elements that may show its picture, or the picture's address. */
export interface FoundProduct extends Fields {
  key: string
  link: string | null
  pictures: Element[]
  address?: string
  section: 'list' | 'other'
  isAd: boolean
}

type Rules = Partial<Omit<CardShop, 'isShop' | 'number'>>

interface RatedCard extends Card {
  fields: Fields
  isByRule: boolean
  isStated: boolean
}

/**
 * The products that a page shows among others, in its order: results first, then recommendations and the like. Each counts
 * once. Empty for a page without any.
 */
export function readProducts(document: Document, url: URL): FoundProduct[] {
  const rules: Rules = cardShopOf(url) ?? systemOf(document) ?? {}
  const facts = withDollar(factsOf(document, url), rules)
  const documents = [jsonLdOf, microdataOf, rdfaOf].map((of) => of(document))
  const sources = documents.map((each) => new StatedProducts(each, facts))
  const cards = allCards(document, url, rules).slice(0, MAX_PAGE_PRODUCTS)
  const read = cards.map((card) => rated(card, facts, sources, rules))
  const kept = productsAmong(read)
  const sections = sectionsOf(kept, document)
  const found = kept.map((card): FoundProduct => {
    const container = containerOf(card)
    const isOther =
      (rules.other !== undefined && card.area.closest(rules.other) !== null) ||
      (!card.isByRule && container !== null && sections.isOther(container))
    return {
      ...card.fields,
      key: card.key,
      link: card.link?.url.href ?? null,
      pictures: card.pictures,
      section: isOther ? 'other' : 'list',
      isAd: isAdvertisement(card.area, rules.ad),
    }
  })
  const listed = sources
    .flatMap((source, at) => listedProducts(documents[at] ?? [], source, url))
    .map((each) => ofList(each, facts))
    .filter((each) => each !== undefined)
  return onceEach([...found, ...listed])
}

function withDollar(facts: PageFacts, { dollar }: Rules): PageFacts {
  return dollar ? { ...facts, hint: { ...facts.hint, currency: facts.hint.currency ?? dollar } } : facts
}

function systemOf(document: Document): Rules | undefined {
  return CARD_SYSTEMS.find(({ cards }) => cards && document.querySelector(cards))
}

/** Those of the shop's selectors, and all others that the page's structure shows. */
function allCards(document: Document, url: URL, { cards, none }: Rules): (Card & { isByRule: boolean })[] {
  const areas = cards ? [...document.querySelectorAll(cards)] : []
  // The innermost where selectors match both a card and what is around it.
  const innermost = areas.filter((area) => !areas.some((other) => other !== area && area.contains(other)))
  const byRule = innermost
    .filter((area) => isShown(area) && !(none && area.querySelector(none)))
    .map((area) => cardIn(area, url))
    .filter((card) => card !== undefined)
  const byStructure = findCards(document, url).filter(
    ({ area }) =>
      !innermost.some((other) => other.contains(area) || area.contains(other)) &&
      !(none && area.querySelector(none)),
  )
  const all = [
    ...byRule.map((card) => ({ ...card, isByRule: true })),
    ...byStructure.map((card) => ({ ...card, isByRule: false })),
  ]
  return all.sort(({ area: a }, { area: b }) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )
}

function rated(
  card: Card & { isByRule: boolean },
  facts: PageFacts,
  sources: StatedProducts[],
  rules: Rules,
): RatedCard {
  const { area, link } = card
  const [picture = area] = card.pictures
  const stated = link ? sources.map((each) => each.at(link.url)).filter((each) => each !== null) : []
  const areas: Element[] = []
  for (const each of ancestors(picture)) {
    areas.push(each)
    if (each === area) break
  }
  const pageAreas = new PageAreas(facts.url, [])
  const read = readCardAreas(areas, picture, link?.url, facts, stated, pageAreas)
  const ruled = card.isByRule ? priceByRule(area, rules.price, facts.hint) : undefined
  // The mark may stand beside the element that has the amount.
  const isBare = ruled?.currency === null && read?.currency && Number(ruled.amount) === Number(read.price)
  const byRule = isBare ? undefined : ruled
  const found =
    byRule ??
    priceInLabel(area, facts.hint) ??
    (read?.price ? undefined : paidPrice(area, shownPrices(area, facts.hint, pageAreas, false), facts.hint))
  const { title, price, priceTo, isFrom, currency, currencyMark, productNumber } = {
    ...{ title: null, price: null, priceTo: null, currency: null, productNumber: null },
    ...read,
    ...(found && priceFields(found, facts)),
  }
  const number =
    link?.number ?? (rules.numberAttribute && attributeIn(area, rules.numberAttribute)) ?? productNumber
  const fields: Fields = {
    title: (card.isByRule && titleByRule(area, rules.title)) || title,
    ...{ price, priceTo, currency },
    ...(isFrom && { isFrom }),
    ...(currencyMark && { currencyMark }),
    productNumber: number || numberIn(area),
  }
  const key = link || !number ? card.key : `number ${number}`
  return { ...card, key: key || `title ${fields.title}`, fields, isStated: stated.length > 0 }
}

function attributeIn(area: Element, name: string): string | null {
  return area.getAttribute(name) ?? area.querySelector(`[${name}]`)?.getAttribute(name) ?? null
}

/**
 * Those that are products: named, and with a price or, where a page shows none, an address or data of products. Of cards
 * that look like those with a price the others are products too: sold out, or priced on request.
 */
function productsAmong(cards: RatedCard[]): RatedCard[] {
  const kindOf = ({ area }: Card) =>
    `${area.localName}.${area.getAttribute('class')?.trim().split(/\s+/)[0] ?? ''}`
  const counts = new Map<string, { all: number; priced: number }>()
  const shapes = new Map<string, number>()
  for (const card of cards) {
    const count = counts.get(kindOf(card)) ?? { all: 0, priced: 0 }
    count.all++
    if (card.fields.price !== null) {
      count.priced++
      const shape = `${kindOf(card)} ${shapeOf(card)}`
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
    }
    counts.set(kindOf(card), count)
  }
  return cards.filter((card) => {
    const { fields, link, isByRule, isStated } = card
    if (isByRule || isStated) return fields.title !== null || link !== undefined
    if (fields.title === null && !link?.isLikely) return false
    const { all, priced } = counts.get(kindOf(card)) ?? { all: 0, priced: 0 }
    const isLikely = link?.isLikely === true
    if (fields.price !== null) return all > 1 || isLikely
    // A page without prices shows nothing else of which there are several; others tell them after signing in.
    const isCatalogue = link?.isSure === true && (priced === 0 || priced >= all / 4) && all >= 3
    // Where addresses tell nothing, it has one like theirs.
    const isAlike = link && (shapes.get(`${kindOf(card)} ${shapeOf(card)}`) ?? 0) > Math.max(1, all / 2)
    return isLikely ? link?.number !== undefined || priced >= all / 2 || isCatalogue : isAlike
  })
}

/** How the address of its page is built, as far as that tells a product from an article. */
function shapeOf({ link }: Card): string {
  const parts = link?.url.pathname.split('/') ?? []
  return `${parts.length} ${/\d/.test(parts.at(-1) ?? '')}`
}

function sectionsOf(cards: RatedCard[], document: Document): PageSections {
  const areas = new Set(cards.map(({ area }) => area))
  const counts = new Map<Element, number>()
  for (const area of areas) for (const each of ancestors(area)) counts.set(each, (counts.get(each) ?? 0) + 1)
  const most = 0.7 * areas.size
  const isMost = (area: Element) => area !== document.body && (counts.get(area) ?? 0) > Math.max(3, most)
  return new PageSections(isMost, (area) => counts.has(area))
}

function ofList({ url, title, picture, reading }: ListedProduct, facts: PageFacts): FoundProduct | undefined {
  const link = productLinkAt(url, facts.url)
  if (!link) return undefined
  const { price, priceTo, isFrom, currency, currencyMark } = priceFields(reading?.price ?? null, facts)
  return {
    title: reading?.title ?? title,
    ...{ price, priceTo, currency },
    ...(isFrom && { isFrom }),
    ...(currencyMark && { currencyMark }),
    productNumber: link.number ?? reading?.productNumber ?? null,
    key: link.key,
    link: url.href,
    pictures: [],
    address: picture,
    section: 'list',
    isAd: false,
  }
}

/** The first of each, results before others and what is paid for last, completed by what its repetitions say. */
function onceEach(all: FoundProduct[]): FoundProduct[] {
  const rank = ({ section, isAd }: FoundProduct) => (section === 'other' ? 2 : isAd ? 1 : 0)
  const found = new Map<string, FoundProduct>()
  for (const each of all) {
    const before = found.get(each.key)
    if (!before) found.set(each.key, each)
    else if (each.pictures.length > 0 && rank(each) < rank(before))
      found.set(each.key, completed(each, before))
    else found.set(each.key, completed(before, each))
  }
  const once = [...found.values()]
  return [
    ...once.filter(({ section }) => section === 'list'),
    ...once.filter(({ section }) => section === 'other'),
  ]
}

function completed(one: FoundProduct, other: FoundProduct): FoundProduct {
  const price = one.price === null ? other : one
  return {
    ...one,
    title: one.title ?? other.title,
    price: price.price,
    priceTo: price.priceTo,
    currency: price.currency,
    productNumber: one.productNumber ?? other.productNumber,
    ...(price.isFrom && { isFrom: true as const }),
    ...(price.currencyMark && { currencyMark: price.currencyMark }),
  }
}
