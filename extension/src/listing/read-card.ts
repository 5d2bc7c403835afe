import { isShown } from '../dom/elements.ts'
import { spacedText } from '../dom/visible-text.ts'
import type { Listing } from '../model/listing.ts'
import { agreedPrice } from './agreed-price.ts'
import { ancestors } from './page/clicked-picture.ts'
import { isSamePage } from './page/page-url.ts'
import { cleanTitle, isInPath } from './page/product-title.ts'
import type { PageFacts, SourceReading } from './page/types.ts'
import { priceFields } from './price-fields.ts'
import { amountsIn, type PriceHint } from './prices/read-price.ts'
import { SHOPS } from './shops/shops.ts'
import { chosenPrice } from './shown/chosen-price.ts'
import { namesOf, PageAreas } from './shown/page-areas.ts'
import { speaksOfBids } from './shown/product-area.ts'
import { type ShownPrice, shownPrices } from './shown/shown-prices.ts'

/** An area with more text than this is not the card of one product. */
const MAX_CHARACTERS = 3000
/** Around a price, with its label. */
const MAX_WORDS = 6
const TITLES =
  'h1, h2, h3, h4, h5, h6, [itemprop="name"], [class*="title" i], [class*="name" i], [data-testid*="title" i], [data-testid*="name" i]'
/** No title, however long. */
const RATING =
  /\d[.,]?\d? (?:out of|von|sur|de|su|van|из) \d|\p{Nd} (?:stars?|reviews?|ratings?|sold)(?!\p{L})/iu
/** What every picture of a shop is called. */
const NO_NAME = /^(?:(?:product|item|image|photo|picture|img|thumbnail)[-_ ]?)+\d*$/i
const NUMBERS = [
  'data-asin',
  'data-sku',
  'data-product-id',
  'data-productid',
  'data-item-id',
  'data-itemid',
  'data-id',
]

/**
 * What the card around a picture says about its product, as on a page of results: title, price and number, compared with what
 * structured data says about the product at the same address. `null` if it is no card or says nothing.
 */
export function readCard(
  picture: Element,
  linked: URL | undefined,
  facts: PageFacts,
  stated: SourceReading[],
): Listing | null {
  const pageAreas = new PageAreas(facts.url, [])
  const areas = cardAreas(picture, linked, facts.url, pageAreas)
  return areas.length === 0 ? null : readCardAreas(areas, picture, linked, facts, stated, pageAreas)
}

/** The same of a card whose areas are known, the smallest first. */
export function readCardAreas(
  areas: Element[],
  picture: Element,
  linked: URL | undefined,
  facts: PageFacts,
  stated: SourceReading[],
  pageAreas: PageAreas,
): Listing | null {
  let prices: ShownPrice[] = []
  for (const area of areas) {
    prices = shownPrices(area, facts.hint, pageAreas, false)
    if (prices.some((each) => !each.isOther && !isInSentence(each))) break
  }
  const paid = prices.filter((each) => !each.isOther && !isInSentence(each))
  const [largest] = areas.slice(-1)
  const isAuction = largest !== undefined && speaksOfBids(largest)
  const shown = paid.length
    ? {
        price: isAuction ? null : chosenPrice(paid),
        possible: paid.map(({ price }) => price),
        others: [],
        struck: prices.filter(({ isStruck }) => isStruck).map(({ price }) => price),
        isNamed: true,
        isSale: true,
        farther: [],
        isStrong: true,
        isClear: true,
        isFar: false,
        isAuction,
      }
    : null
  const title = stated.find((each) => each.title !== null)?.title ?? titleIn(areas, picture, linked, facts)
  const agreed = agreedPrice(stated, shown, title !== null)
  if (!title && !agreed) return null
  const number = stated.find(({ productNumber }) => productNumber !== null)?.productNumber
  return {
    ...priceFields(agreed?.price ?? null, facts),
    title,
    productNumber: number ?? numberOf(areas, linked, facts),
    from: stated.length && !agreed?.isOnlyShown ? 'structured data' : 'visible price',
  }
}

/** Of a description, which compares and promises. */
function isInSentence({ element, isAlone, isNamed }: ShownPrice): boolean {
  return !isAlone && !isNamed && (element.textContent?.match(/\p{L}{2,}/gu)?.length ?? 0) > MAX_WORDS
}

/**
 * The areas around a picture that are about its product alone, the smallest first. A linked picture's card ends where other
 * pictures link elsewhere; without a link it is one of several alike.
 */
function cardAreas(picture: Element, linked: URL | undefined, page: URL, pageAreas: PageAreas): Element[] {
  const areas: Element[] = []
  for (const area of ancestors(picture)) {
    if (/^(?:body|html|main)$/.test(area.localName) || (area.textContent ?? '').length > MAX_CHARACTERS) break
    if (linked && leadsElsewhere(area, linked, page)) break
    areas.push(area)
    if (!linked && pageAreas.isCard(area)) return areas
  }
  return linked ? areas : []
}

/** Whether an area has a picture that links to another product. */
function leadsElsewhere(area: Element, linked: URL, page: URL): boolean {
  return [...area.querySelectorAll('a[href]')].some((link) => {
    if (!link.querySelector('img, picture, svg image, [style*="background"]')) return false
    const url = URL.parse(link.getAttribute('href') ?? '', page.href)
    return url?.protocol.startsWith('http') && !isSamePage(url, linked)
  })
}

function titleIn(
  areas: Element[],
  picture: Element,
  linked: URL | undefined,
  { url, hint }: PageFacts,
): string | null {
  const largest = areas.at(-1)
  if (!largest) return null
  const isTitle = (text: string | null): text is string =>
    text !== null &&
    /\p{L}{2}/u.test(text) &&
    (text.length >= 3 || /\p{sc=Han}/u.test(text)) &&
    !/^[^\p{L}\p{N}]*(?:[A-Z]{3})?\s?[\d.,\s]+[^\p{L}\p{N}]*$/u.test(text)
  const links = [...largest.querySelectorAll('a[href]')].filter((link) => {
    const to = URL.parse(link.getAttribute('href') ?? '', url.href)
    return to !== null && (linked === undefined || isSamePage(to, linked))
  })
  const headings = [...largest.querySelectorAll(TITLES)].filter(
    (each) => isShown(each) && !/price|rating|review|brand|seller|badge/i.test(namesOf(each)),
  )
  // One of several may name the brand.
  const inPath = (each: Element) => linked !== undefined && isInPath(each.textContent ?? '', linked)
  const texts = [
    ...headings
      .filter((each) => /^h\d$/.test(each.localName))
      .sort((a, b) => Number(inPath(b)) - Number(inPath(a))),
    ...headings.filter((each) => links.some((link) => link.contains(each) || each.contains(link))),
    ...headings,
  ].map((each) => cleanTitle(textOf(each)))
  const ofLinks = links
    .map((link) => cleanTitle(textOf(link)))
    .filter(isTitle)
    .filter((text) => amountsIn(text, hint).length === 0)
  const named = [
    ...links.flatMap((link) => [link.getAttribute('aria-label'), link.getAttribute('title')]),
    picture.getAttribute('alt'),
    picture.querySelector('img')?.getAttribute('alt'),
    picture.getAttribute('title'),
  ].map((text) => (NO_NAME.test(text ?? '') ? null : cleanTitle(text)))
  const [longest = null] = linesOf(largest, hint)
    .filter((text) => isTitle(text) && text.length <= 200 && !RATING.test(text))
    .sort((a, b) => b.length - a.length)
  return texts.find(isTitle) ?? ofLinks.find((text) => text.length <= 200) ?? named.find(isTitle) ?? longest
}

/** The texts of an area, each in an element of its own, without those of prices. */
function linesOf(area: Element, hint: PriceHint): string[] {
  return [area, ...area.querySelectorAll('*')]
    .filter((each) => /\p{L}/u.test(ownText(each)) && isShown(each))
    .flatMap((each) => {
      const texts = [textOf(each), ownText(each)].map(cleanTitle)
      return texts.find((text) => text !== null && amountsIn(text, hint).length === 0) ?? []
    })
}

/** Without markup for browsers that run no scripts, which is text to the others. */
function textOf(element: Element): string {
  if (!element.querySelector('noscript, script, style, template')) return element.textContent ?? ''
  return spacedText(element, MAX_CHARACTERS)
}

/** Without that of the elements in it. */
function ownText(element: Element): string {
  return [...element.childNodes]
    .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
    .join('')
}

function numberOf(areas: Element[], linked: URL | undefined, { url }: PageFacts): string | null {
  const shop = SHOPS.find(({ isShop }) => isShop(linked ?? url, areas[0]?.ownerDocument ?? document))
  const inAddress = linked && shop?.number.exec(linked.pathname)?.[1]?.toUpperCase()
  if (inAddress) return inAddress
  for (const area of areas)
    for (const name of NUMBERS) {
      const value = area.getAttribute(name)?.trim()
      const isNumber = name !== 'data-id' || linked?.href.split(/[^\p{L}\p{N}]+/u).includes(value ?? '')
      if (value && isNumber && /\d/.test(value) && value.length <= 64) return value
    }
  return null
}
