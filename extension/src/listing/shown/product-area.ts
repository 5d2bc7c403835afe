import { isShown } from '../../dom/elements.ts'
import { spacedText } from '../../dom/visible-text.ts'
import { areSimilarTitles, cleanTitle, overlap, wordSetOf } from '../page/product-title.ts'
import type { PageFacts } from '../page/types.ts'
import type { ReadPrice } from '../prices/read-price.ts'
import { namesOf, PageAreas } from './page-areas.ts'
import { type ShownPrice, shownPrices } from './shown-prices.ts'

/** What a person sees of the product's price. */
export interface ShownOffer {
  /** `null` if there is none, or several and nothing says which. */
  price: ReadPrice | null
  /** Every price near the heading that may be the one, that included. */
  possible: ReadPrice[]
  /** Other prices near it that are not struck through. */
  others: ReadPrice[]
  /** Prices farther from the heading, outside areas about other products. */
  farther: ReadPrice[]
  /** Whether markup, wording or a way to buy say that it is a price to pay: enough if nothing else tells one. */
  isStrong: boolean
  /** Prices near it that are struck through. */
  struck: ReadPrice[]
  /** Whether its markup or its label call it a price, or a reduced one. */
  isNamed: boolean
  isSale: boolean
  /** Whether prices that count as other ones are closer to the heading. */
  isFar: boolean
  /** Whether it is named, or at least no number within a sentence. */
  isClear: boolean
  /** Whether the product is sold to the highest bidder. */
  isAuction: boolean
}

const HEADINGS =
  'h1, [itemprop="name"], [id*="productTitle" i], [class*="product-title" i], [class*="product-name" i], [class*="product_title" i], [class*="productname" i], [data-testid*="title" i], h2, [class*="title" i], [class*="name" i], [class*="heading" i]'
/** As most shop systems write the address of a product. */
const PRODUCT_PAGE =
  /\/(?:products?|produkte?|produit|producto|produto|prodotto|item|itm|dp|ip|pd|p|artikel|article|listing)s?[/-]|[-/]\d{5,}|\.html?(?:$|[?#])|product_?id=/i
const CHECKOUT =
  /\/(?:cart|basket|bag|checkout|warenkorb|panier|carrito|carrello|koszyk|kosik|winkelwagen|order|account)(?:[/.]|$)/i
const MAX_HEADINGS = 60
/** Of the area around the price: farther down are recommendations. */
const MAX_CHARACTERS = 4000
const BUY =
  /(?:^|[-_\s])(?:add-?to-?(?:cart|bag|basket)|addtocart|addcart|btn-?cart|buy-?(?:now|button|box)?|single_add_to_cart_button|product-?form|atc|in-?den-?warenkorb|buybox)(?:$|[-_\s])/i
/** "Add to cart" and the like: a word for the cart with a verb or a preposition, or a word for buying. */
const CART =
  /(?:cart|basket|trolley|bag|warenkorb|einkaufswagen|panier|carrito|carro|cesta|carrinho|sacola|carrello|winkel(?:wagen|mand(?:je)?)|koszyka?|košíku?|kosár(?:ba)?|coș|varukorg(?:en)?|kundvagn(?:en)?|handlekurv(?:en)?|kurv(?:en)?|ostoskoriin?|корзин[уы]|кошик[а]?|sepet(?:e)?|カート|かご|购物车|購物車|장바구니|giỏ(?: hàng)?|keranjang|سلة|לסל|καλάθι)/iu
const BUY_TEXT =
  /^(?:buy|order|kaufen|bestellen|kopen|acheter|comprar|acquista|compra|kup|koupit|koupiť|kúpiť|megveszem|cumpără|köp|kjøp|køb|osta|купить|купити|satın al|hemen al|購入|立即购买|立即購買|구매하기|바로구매|mua ngay|beli|اشتر|קנה|αγορά)(?![\p{L}])/iu
/** "3 bids", in the languages of the large auction houses. */
const BIDS =
  /\d+ (?:bids?|gebote?|enchères?|offert[ae]|pujas?|oferty?|lances?|bud|bod|ставк\p{L}+)(?!\p{L})|(?:current|starting) bid|aktuelles gebot|startpreis|入札/iu
const BUY_IT_NOW = /buy[- ]?it[- ]?now|sofort-?kauf|achat immédiat|compralo subito|cómpralo ya|即決/i

/** The prices in the smallest area around the product's heading that has one. */
export function shownOffer(
  document: Document,
  facts: PageFacts,
  titles: string[],
  picture?: Element,
): ShownOffer | null {
  const heading = productHeading(document, [...titles, ...facts.titles], facts.url)
  if (!heading || !document.body) return null
  const areas = new PageAreas(facts.url, picture ? [heading, picture] : [heading])
  const all = shownPrices(document.body, facts.hint, areas, true)
  let isFar = false
  for (let area = heading.parentElement; area; area = area.parentElement) {
    const block = area
    const near = all.filter(({ element }) => block.contains(element))
    const isAuction = near.length > 0 && BIDS.test(spacedText(block, MAX_CHARACTERS))
    if (isAuction || near.some(({ isOther }) => !isOther))
      return {
        ...offerIn(
          block,
          heading,
          near,
          all,
          facts,
          isAuction,
          areas.cardCount > 2 && !PRODUCT_PAGE.test(facts.url.href),
        ),
        isFar,
      }
    isFar ||= near.some(({ isStruck }) => !isStruck)
  }
  return null
}

function offerIn(
  area: Element,
  heading: Element,
  near: ShownPrice[],
  all: ShownPrice[],
  facts: PageFacts,
  isAuction: boolean,
  isListOfProducts: boolean,
): Omit<ShownOffer, 'isFar'> {
  const candidates = near.filter(({ isOther }) => !isOther)
  const chosen = chosenOf(
    isAuction ? candidates.filter(({ element }) => BUY_IT_NOW.test(labelOf(element))) : candidates,
    heading,
  )
  return {
    price: chosen?.price ?? null,
    possible: candidates.map(({ price }) => price),
    others: near.filter(({ isOther, isStruck }) => isOther && !isStruck).map(({ price }) => price),
    struck: near.filter(({ isStruck }) => isStruck).map(({ price }) => price),
    isNamed: chosen !== undefined && (chosen.isNamed || chosen.isNow),
    isSale: chosen?.isSale === true,
    farther: all.filter((each) => !near.includes(each) && !each.isOther).map(({ price }) => price),
    isClear: chosen !== undefined && (chosen.isNamed || chosen.isAlone),
    isStrong:
      chosen !== undefined &&
      !CHECKOUT.test(facts.url.pathname) &&
      ((chosen.isNamed && (!isListOfProducts || hasButton(chosen.element))) || canBeBought(area)),
    isAuction,
  }
}

/** The price that is paid among those of one product. */
export function chosenPrice(candidates: ShownPrice[]): ReadPrice | null {
  return chosenOf(candidates)?.price ?? null
}

/** The one of now, the one that is named a price, or the one in the largest type. */
function chosenOf(candidates: ShownPrice[], heading?: Element): ShownPrice | undefined {
  const unless = (all: ShownPrice[], is: (each: ShownPrice) => boolean) => {
    const rest = all.filter((each) => !is(each))
    return rest.length ? rest : all
  }
  const steps = [
    (all: ShownPrice[]) => all,
    (all: ShownPrice[]) => unless(all, ({ isRegular, isSale }) => isRegular && !isSale),
    (all: ShownPrice[]) => unless(all, ({ isNamed }) => !isNamed),
    (all: ShownPrice[]) => firstTogether(all, heading),
    (all: ShownPrice[]) => unless(all, ({ isNow }) => !isNow),
    (all: ShownPrice[]) => unless(all, ({ isSale }) => !isSale),
    // Where a country changes its currency, shops show both: the first is the one to pay.
    (all: ShownPrice[]) => all.filter(({ price }) => price.currency === all[0]?.price.currency),
    largest,
  ]
  // A range, and what the chosen variant costs.
  const [range] = candidates.filter(({ price }) => price.to !== null)
  const within = candidates.filter(({ price }) => range && !price.to && isWithin(price, range.price))
  const [variant] = within
  if (variant && within.every(({ price }) => isSame(price.amount, variant.price.amount))) return variant
  let left = candidates
  for (const step of steps) {
    left = step(left)
    const whole = wholeOf(left)
    if (whole) return whole
  }
  return undefined
}

/** Those in the first part of the page after the heading, or before it where nothing follows. */
function firstTogether(all: ShownPrice[], heading: Element | undefined): ShownPrice[] {
  const partOf = ({ element }: ShownPrice) => {
    let part = element
    while (part.parentElement && !(heading && part.parentElement.contains(heading))) part = part.parentElement
    return part
  }
  if (!heading) return all
  const isAfter = (each: ShownPrice) =>
    (heading.compareDocumentPosition(each.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const following = all.filter(isAfter)
  const first = following[0] ?? all.at(-1)
  return first ? all.filter((each) => partOf(each) === partOf(first)) : all
}

/** The one that all agree on: a range counts for the price at either of its ends. */
function wholeOf([first, ...others]: ShownPrice[]): ShownPrice | undefined {
  if (!first) return undefined
  const ranges = [first, ...others].filter(({ price }) => price.to !== null)
  const widest = ranges[0] ?? first
  const { amount, to } = widest.price
  const agrees = ({ price }: ShownPrice) =>
    isSame(price.amount, amount)
      ? isSame(price.to ?? price.amount, to ?? amount) || !price.to
      : to !== null && !price.to && isSame(price.amount, to)
  return [first, ...others].every(agrees) ? widest : undefined
}

function isWithin({ amount }: ReadPrice, range: ReadPrice): boolean {
  return Number(amount) > Number(range.amount) && Number(amount) < Number(range.to)
}

export function isSame(a: string, b: string): boolean {
  return Number(a) === Number(b)
}

function largest(all: ShownPrice[]): ShownPrice[] {
  const sizes = all.map(({ element }) =>
    Number.parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? ''),
  )
  const most = Math.max(...sizes)
  const second = Math.max(0, ...sizes.filter((size) => size < most))
  return most >= 1.25 * second && second > 0 ? all.filter((_, at) => sizes[at] === most) : all
}

function labelOf(element: Element): string {
  const parent = element.parentElement?.parentElement ?? element
  return `${(parent.textContent ?? '').slice(0, 200)} ${namesOf(element)} ${namesOf(parent)}`
}

/** Whether there is something to put the product into a cart with, near its price. */
function canBeBought(area: Element): boolean {
  for (let each: Element | null = area, level = 0; each && level < 4; each = each.parentElement, level++)
    for (const control of each.querySelectorAll(
      'button, a, input[type="submit"], input[type="button"], input[type="image"], [role="button"], form',
    )) {
      if (control.closest('header, nav, footer')) continue
      if (
        BUY.test(namesOf(control)) ||
        /cart|basket|warenkorb|panier/i.test(control.getAttribute('action') ?? '')
      )
        return true
      if (control.localName !== 'form' && labelsOf(control).some(isBuying)) return true
    }
  return false
}

/** Whether a button stands close to a price. */
function hasButton(price: Element): boolean {
  for (let each = price.parentElement, level = 0; each && level < 4; each = each.parentElement, level++) {
    if ((each.textContent ?? '').length > 1500) return false
    if (
      each.querySelector(
        'button, input[type="submit"], input[type="image"], [role="button"], a[class*="btn" i], a[class*="button" i]',
      )
    )
      return true
  }
  return false
}

function labelsOf(control: Element): string[] {
  const attributes = ['value', 'aria-label', 'title', 'alt'].map((name) => control.getAttribute(name) ?? '')
  return [control.textContent ?? '', ...attributes].map((text) => text.replace(/\s+/g, ' ').trim())
}

function isBuying(label: string): boolean {
  if (label.length < 2 || label.length > 60) return false
  return BUY_TEXT.test(label) || (CART.test(label) && /\p{L}/u.test(label.replace(CART, '')))
}

/** The visible heading that names the product; the first `h1` if the page has one and none of its texts is known elsewhere. */
function productHeading(document: Document, titles: string[], page: URL): Element | undefined {
  const found = [...document.querySelectorAll(HEADINGS)].slice(0, 400).filter(isShown).slice(0, MAX_HEADINGS)
  const areas = new PageAreas(page, [])
  const own = found.filter(
    (each) => each.localName === 'h1' || !areas.isOfAnotherProduct(each, document.body),
  )
  const scored = own.map((element) => ({ element, score: likeness(element, titles) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const [named] = scored.filter(({ score }) => score > 0 && score >= best - 0.05)
  return named?.element ?? own.find(({ localName }) => localName === 'h1')
}

/** How much a heading and the title it is most like have in common, 0 to 1: a shop's name is only a small part of a title. */
function likeness(heading: Element, titles: string[]): number {
  const text = cleanTitle(heading.textContent)
  if (text === null) return 0
  const words = wordSetOf(text)
  const shares = titles
    .filter((title) => areSimilarTitles(text, title))
    .map((title) => Math.min(overlap(words, wordSetOf(title)), overlap(wordSetOf(title), words)))
  return Math.max(0, ...shares)
}
