import { allElements, isShown, parentOf } from '../../dom/elements.ts'
import { ancestors } from '../page/clicked-picture.ts'
import { type ProductLink, productLinkOf } from './product-link.ts'

/** An area of the page about one product of several. */
export interface Card {
  area: Element
  /** What may show its picture, likeliest first. */
  pictures: Element[]
  /** `undefined` where a script of the page opens the product. */
  link: ProductLink | undefined
  key: string
}

const PICTURES =
  'img, canvas, video[poster], image, [style*="background"], [data-bg], [data-background], [data-background-image], [data-bgset]'
/** CSS pixels: smaller ones are badges, colours, avatars. */
const MIN_SIDE = 60
/** Of the usual size of products. */
const LOGO = 0.5
/** An area with more text is about several products, or about none. */
const MAX_CHARACTERS = 2500
/** From a picture that is in no link to the area that has the link. */
const MAX_LEVELS = 7
/** Of one product, as far as its card shows them: one more while the pointer is over it. */
const MAX_OWN_PICTURES = 3
/** Of the page itself: its head, its navigation, what lies over it. */
const NO_CONTENT =
  'nav, footer, dialog, [role="navigation"], [role="banner"], [role="contentinfo"], [role="dialog"], [class*="minicart" i], [class*="mini-cart" i], [class*="cart-drawer" i], [id*="cart-drawer" i], [class*="mega-menu" i], [class*="megamenu" i]'
const PAGE = /^(?:body|html|main)$/
const NO_CARD = /^(?:body|html|main|ul|ol|tbody|table)$/

interface PlacedPicture {
  element: Element
  link: ProductLink | undefined
  key: string
}

/**
 * The cards of a page, without knowing the shop: around every picture the largest area that has no picture of another
 * product. What belongs together is told by where pictures lead to.
 */
export function findCards(document: Document, url: URL): Card[] {
  const pictures = withoutLogos(
    allElements(document)
      .filter((each) => each.matches(PICTURES) && isLarge(each) && isContent(each))
      .map((element) => placed(element, url))
      .filter((each) => each !== undefined),
  )
  const keys = new Map<Element, Set<string>>()
  for (const { element, key } of pictures)
    for (const area of ancestors(element)) {
      const inside = keys.get(area) ?? new Set()
      // Two are as good as a hundred.
      if (inside.size < 2) keys.set(area, inside.add(key))
    }
  const cards = new Map<Element, Card>()
  for (const { element, link, key } of pictures) {
    const area = cardAround(element, keys)
    if (!area) continue
    const card = cards.get(area) ?? { area, pictures: [], link, key }
    card.pictures.push(element)
    cards.set(area, card)
  }
  return [...cards.values()].map((card) => ({ ...card, pictures: likeliestFirst(card.pictures) }))
}

/** A card may show its seller too, smaller than its product and with a link to other pages. */
function withoutLogos(pictures: PlacedPicture[]): PlacedPicture[] {
  const sideOf = ({ element }: PlacedPicture) => {
    const { width, height } = element.getBoundingClientRect()
    return Math.min(width, height)
  }
  const sides = pictures
    .filter(({ link }) => link?.isLikely)
    .map(sideOf)
    .filter((side) => side > 0)
    .sort((a, b) => a - b)
  const least = LOGO * (sides[Math.floor(sides.length / 2)] ?? 0)
  return pictures.filter((each) => each.link?.isLikely || sideOf(each) === 0 || sideOf(each) >= least)
}

/** Of a card that a selector found. */
export function cardIn(area: Element, url: URL): Card | undefined {
  const pictures = [area, ...area.querySelectorAll(PICTURES)].filter(
    (each) => each.matches(PICTURES) && isLarge(each),
  )
  const [picture] = pictures
  if (!picture) return undefined
  const links = linksIn(area, url)
  const link = links.find(({ number }) => number) ?? linkAround(picture, url) ?? links[0]
  return {
    area,
    pictures: likeliestFirst(pictures),
    link,
    key: link?.key ?? '',
  }
}

function isLarge(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  if (width > 0 && height > 0) return Math.min(width, height) >= MIN_SIDE
  // Not laid out yet: what its markup says, if anything.
  const [own, other] = ['width', 'height'].map((name) =>
    Number.parseInt(element.getAttribute(name) ?? '', 10),
  )
  return element.localName === 'img' && !(Number(own) < MIN_SIDE || Number(other) < MIN_SIDE)
}

function isContent(element: Element): boolean {
  if (element.closest(NO_CONTENT)) return false
  // A card may have a header too.
  const header = element.closest('header')
  return !header || header.closest('main, article, li, [role="main"], [role="listitem"]') !== null
}

/** The product that a picture leads to: by its own link, or the only one of the area around it. */
function placed(element: Element, url: URL): PlacedPicture | undefined {
  const own = linkAround(element, url)
  if (own) return { element, link: own, key: own.key }
  if (isInLink(element)) return undefined
  let level = 0
  for (const area of ancestors(element)) {
    if (PAGE.test(area.localName) || ++level > MAX_LEVELS) break
    if ((area.textContent ?? '').length > MAX_CHARACTERS) break
    const links = linksIn(area, url)
    const [first] = links
    if (!first) continue
    const likely = links.filter(({ isLikely }) => isLikely)
    const candidates = likely.length > 0 ? likely : links
    const isOne = new Set(candidates.map(({ key }) => key)).size === 1
    // With several the first is the product's, unless this is a whole list without links of its own.
    if (!isOne && area.querySelectorAll('img').length > MAX_OWN_PICTURES) break
    const [link = first] = candidates
    return { element, link, key: link.key }
  }
  return withoutLink(element)
}

function linkAround(element: Element, url: URL): ProductLink | undefined {
  for (const each of ancestors(element)) if (each.matches('a[href]')) return productLinkOf(each, url)
  return undefined
}

function isInLink(element: Element): boolean {
  for (const each of ancestors(element))
    if (each.matches('a[href]') && !/^(?:#|javascript:)/i.test(each.getAttribute('href')?.trim() ?? ''))
      return true
  return false
}

function linksIn(area: Element, url: URL): ProductLink[] {
  const links = [...(area.matches('a[href]') ? [area] : []), ...area.querySelectorAll('a[href]')]
  return links.map((each) => productLinkOf(each, url)).filter((each) => each !== undefined)
}

const numbers = new WeakMap<Element, number>()
let lastNumber = 0

/** A script of the page opens it, or nothing does. */
function withoutLink(element: Element): PlacedPicture {
  const number = numbers.get(element) ?? ++lastNumber
  numbers.set(element, number)
  return { element, link: undefined, key: `picture ${number}` }
}

/** The largest area around a picture that has pictures of no other product. */
function cardAround(picture: Element, keys: Map<Element, Set<string>>): Element | undefined {
  let card: Element | undefined
  for (const area of ancestors(picture)) {
    if ((keys.get(area)?.size ?? 0) > 1 || NO_CARD.test(area.localName)) break
    if ((area.textContent ?? '').length > MAX_CHARACTERS) break
    card = area
  }
  return card
}

/** Those that are shown, and of these the largest: others appear while the pointer is over the card. */
function likeliestFirst(pictures: Element[]): Element[] {
  const sizes = new Map(
    pictures.map((each) => {
      const { width, height } = each.getBoundingClientRect()
      return [each, isShown(each) ? width * height + 1 : 0]
    }),
  )
  const sizeOf = (each: Element) => sizes.get(each) ?? 0
  // One within the other, or about as large: the first of them.
  return [...pictures].sort((a, b) =>
    sizeOf(b) > 1.2 * sizeOf(a) ? 1 : sizeOf(a) > 1.2 * sizeOf(b) ? -1 : 0,
  )
}

/** The element that cards lie in beside each other. */
export function containerOf({ area }: Card): Element | null {
  return parentOf(area)
}
