import { isSamePage } from '../page/page-url.ts'
import { isElsewhere } from './price-role.ts'

const PICTURES = 'img, picture, video, [style*="background-image"]'
/** Names of columns and rows, which say nothing about what is in them. */
const LAYOUT =
  /^\s*(?:$|(?:row|col|column|container|section|wrapper|grid|block|clearfix|flex|w-)(?:$|[-_\s]))/i
/** Links to larger versions are the product's own. */
const LINKED_PICTURE =
  'a[href]:not([href*=".jp" i], [href*=".png" i], [href*=".webp" i], [href="#"]) :is(img, picture)'
/** An area with more text than this is not the card of one product. */
const MAX_CARD_CHARACTERS = 1000

/** The areas of a page, as far as they were asked about: pages have tens of thousands of elements. */
export class PageAreas {
  readonly #page: URL
  readonly #ownAncestors: Set<Element>
  readonly #ofOthers = new Map<Element, boolean>()
  readonly #cards = new Map<Element, Set<Element>>()
  readonly #lengths = new Map<Element, number>()

  /** @param own elements of the page's own product: what contains one is about that, whatever it is called */
  constructor(page: URL, own: Element[]) {
    this.#page = page
    this.#ownAncestors = new Set(own.flatMap(ancestorsOf))
  }

  containsOwn(area: Element): boolean {
    return this.#ownAncestors.has(area)
  }

  /** Whether an element is in an area about other products, or about the cart. */
  isOfAnotherProduct(element: Element, root: Element): boolean {
    if (element === root || this.containsOwn(element)) return false
    const known = this.#ofOthers.get(element)
    if (known !== undefined) return known
    const parent = element.parentElement
    const isOther = this.#isAboutOthers(element) || (parent !== null && this.isOfAnotherProduct(parent, root))
    this.#ofOthers.set(element, isOther)
    return isOther
  }

  /** Whether an area with a picture is one of several alike: the card of a product. */
  isCard(area: Element): boolean {
    const parent = area.parentElement
    if (!parent) return false
    let cards = this.#cards.get(parent)
    if (!cards) {
      cards = cardsIn(parent)
      this.#cards.set(parent, cards)
    }
    return cards.has(area)
  }

  /** How many cards of products were come across. */
  get cardCount(): number {
    return [...this.#cards.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** The number of characters in an element, white space included. */
  lengthOf(element: Element): number {
    const known = this.#lengths.get(element)
    if (known !== undefined) return known
    const { length } = element.textContent ?? ''
    this.#lengths.set(element, length)
    return length
  }

  #isAboutOthers(area: Element): boolean {
    if (/^(?:nav|footer|header|dialog)$/.test(area.localName)) return true
    if (isElsewhere(namesOf(area)) || isItem(area) || this.isCard(area)) return true
    const href = area.localName === 'a' ? area.getAttribute('href') : null
    const url = href ? URL.parse(href, this.#page.href) : null
    return url?.protocol.startsWith('http') === true && !isSamePage(url, this.#page)
  }
}

/** What an element is called in its markup, with productPriceNow as three words. */
export function namesOf(element: Element): string {
  return NAMES.map((name) => element.getAttribute(name))
    .filter(Boolean)
    .join(' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
}

const NAMES = [
  'class',
  'id',
  'itemprop',
  'data-testid',
  'data-test',
  'data-qa',
  'data-selector',
  'data-element',
  'data-a-strike',
  'property',
]

/**
 * Children of the same kind with a picture and a number that can be a price, if they are several. Rows and columns may also be
 * parts of a product's page, unless each has a picture that links somewhere.
 */
function cardsIn(parent: Element): Set<Element> {
  const byName = new Map<string, Element[]>()
  for (const child of parent.children) {
    const text = child.textContent ?? ''
    if (text.length >= MAX_CARD_CHARACTERS || !/\p{Nd}{3}|\p{Nd}[.,]\p{Nd}|\p{Sc}/u.test(text)) continue
    if (!child.querySelector(PICTURES)) continue
    const name = `${child.localName}.${child.getAttribute('class')?.trim().split(/\s+/)[0] ?? ''}`
    byName.set(name, [...(byName.get(name) ?? []), child])
  }
  const areCards = (alike: Element[]) => {
    const [first] = alike
    if (!first || alike.length < 2) return false
    if (/^(?:li|article)$/.test(first.localName)) return true
    const isLayout = LAYOUT.test(first.getAttribute('class') ?? '')
    return !isLayout || alike.every((each) => each.querySelector(LINKED_PICTURE))
  }
  return new Set([...byName.values()].filter(areCards).flat())
}

/** Whether an area is a product of its own in microdata. */
function isItem(area: Element): boolean {
  return (
    /\/Product\b/i.test(area.getAttribute('itemtype') ?? '') &&
    area.querySelector('[itemprop="name"]') !== null
  )
}

function ancestorsOf(element: Element): Element[] {
  const all: Element[] = []
  for (let each: Element | null = element; each; each = each.parentElement) all.push(each)
  return all
}
