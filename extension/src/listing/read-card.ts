import { isShown } from '../dom/elements.ts'
import { spacedText } from '../dom/visible-text.ts'
import type { Listing } from '../model/listing.ts'
import { agreedPrice } from './agreed-price.ts'
import { ancestors } from './page/clicked-picture.ts'
import { isSamePage } from './page/page-url.ts'
import { cleanTitle } from './page/product-title.ts'
import type { PageFacts, SourceReading } from './page/types.ts'
import { priceFields } from './price-fields.ts'
import { SHOPS } from './shops/shops.ts'
import { chosenPrice } from './shown/chosen-price.ts'
import { namesOf, PageAreas } from './shown/page-areas.ts'
import { speaksOfBids } from './shown/product-area.ts'
import { type ShownPrice, shownPrices } from './shown/shown-prices.ts'

/** An area with more text than this is not the card of one product. */
const MAX_CHARACTERS = 3000
const TITLES =
  'h1, h2, h3, h4, h5, h6, [itemprop="name"], [class*="title" i], [class*="name" i], [data-testid*="title" i], [data-testid*="name" i]'
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
  if (areas.length === 0) return null
  let prices: ShownPrice[] = []
  for (const area of areas) {
    prices = shownPrices(area, facts.hint, pageAreas, false)
    if (prices.some(({ isOther }) => !isOther)) break
  }
  const paid = prices.filter(({ isOther }) => !isOther)
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
  { url, hint: _ }: PageFacts,
): string | null {
  const largest = areas.at(-1)
  if (!largest) return null
  const isTitle = (text: string | null): text is string =>
    text !== null &&
    /\p{L}{2}/u.test(text) &&
    text.length >= 3 &&
    !/^\W*(?:\p{Sc}|[A-Z]{3})?\s?[\d.,\s]+\W*$/u.test(text)
  const links = [...largest.querySelectorAll('a[href]')].filter((link) => {
    const to = URL.parse(link.getAttribute('href') ?? '', url.href)
    return to !== null && (linked === undefined || isSamePage(to, linked))
  })
  const headings = [...largest.querySelectorAll(TITLES)].filter(
    (each) => isShown(each) && !/price|rating|review|brand|seller|badge/i.test(namesOf(each)),
  )
  const texts = [
    ...headings.filter((each) => /^h\d$/.test(each.localName)),
    ...headings.filter((each) => links.some((link) => link.contains(each) || each.contains(link))),
    ...headings,
  ].map((each) => cleanTitle(each.textContent))
  const ofLinks = links
    .map((link) =>
      cleanTitle(link.querySelector('img') && link.textContent?.trim() === '' ? null : link.textContent),
    )
    .filter(isTitle)
  const named = [
    ...links.flatMap((link) => [link.getAttribute('aria-label'), link.getAttribute('title')]),
    picture.getAttribute('alt'),
    picture.querySelector('img')?.getAttribute('alt'),
    picture.getAttribute('title'),
  ].map(cleanTitle)
  const rest = cleanTitle(
    spacedText(largest, MAX_CHARACTERS).replace(/\p{Sc}?\s?\p{Nd}[\p{Nd}.,]*\s?\p{Sc}?/gu, ' '),
  )
  const short = rest !== null && rest.length <= 80 && isTitle(rest) ? rest : null
  return texts.find(isTitle) ?? ofLinks.find((text) => text.length <= 200) ?? named.find(isTitle) ?? short
}

function numberOf(areas: Element[], linked: URL | undefined, { url }: PageFacts): string | null {
  const shop = SHOPS.find(({ isShop }) => isShop(linked ?? url, areas[0]?.ownerDocument ?? document))
  const inAddress = linked && shop?.number.exec(linked.pathname)?.[1]?.toUpperCase()
  if (inAddress) return inAddress
  for (const area of areas)
    for (const name of NUMBERS) {
      const value = area.getAttribute(name)?.trim()
      if (value && /\d/.test(value) && value.length <= 64) return value
    }
  return null
}
