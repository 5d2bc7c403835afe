import { spacedText } from '../../dom/visible-text.ts'
import type { PageFacts } from '../page/types.ts'
import type { ReadPrice } from '../prices/read-price.ts'
import { canBeBought, hasButton } from './buying.ts'
import { chosenOf, isSame } from './chosen-price.ts'
import { namesOf, PageAreas } from './page-areas.ts'
import { productHeading } from './product-heading.ts'
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

/** As most shop systems write the address of a product. */
const PRODUCT_PAGE =
  /\/(?:products?|produkte?|produit|producto|produto|prodotto|item|itm|dp|ip|pd|p|artikel|article|listing)s?[/-]|[-/]\d{5,}|\.html?(?:$|[?#])|product_?id=/i
const CHECKOUT =
  /\/(?:cart|basket|bag|checkout|warenkorb|panier|carrito|carrello|koszyk|kosik|winkelwagen|order|account)(?:[/.]|$)/i
/** Of the area around the price: farther down are recommendations. */
const MAX_CHARACTERS = 4000
/** "3 bids", in the languages of the large auction houses. */
const BIDS =
  /\d+ (?:bids?|bied\p{L}+|gebote?|enchères?|offert[ae]|pujas?|oferty?|lances?|bud|bod|ставк\p{L}+)(?!\p{L})|(?:current|starting|winning|place|highest) bid|starting price|aktuelles gebot|höchstgebot|gebot abgeben|startpreis|startgebot|enchère actuelle|mise à prix|enchérir|offerta attuale|base d'asta|fai un'offerta|puja actual|pujar|lance atual|huidig bod|plaats bod|aktuellt bud|högsta bud|lägg bud|nåværende bud|aktuelt bud|aktualna oferta|licytuj|текущая ставка|入札|竞拍|起拍/iu
const BUY_IT_NOW = /buy[- ]?it[- ]?now|sofort-?kauf|achat immédiat|compralo subito|cómpralo ya|即決/i

/** Whether an area speaks of bids. */
export function speaksOfBids(area: Element): boolean {
  return BIDS.test(spacedText(area, MAX_CHARACTERS))
}

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
    const isAuction = near.length > 0 && speaksOfBids(block)
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
  // The bid itself is read as no price at all.
  const around = heading.parentElement?.parentElement ?? heading
  return speaksOfBids(around)
    ? { ...offerIn(around, heading, [], all, facts, true, true), isFar: false }
    : null
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
  const isStruck = ({ price }: ShownPrice) =>
    near.some((each) => each.isStruck && isSame(each.price.amount, price.amount))
  const isReduced = near.some((each) => !each.isOther && !isStruck(each))
  // What is struck through in one place is no price where a text for screen readers repeats it.
  const candidates = near.filter((each) => !each.isOther && !(isReduced && isStruck(each)))
  const chosen = chosenOf(
    isAuction ? candidates.filter(({ element }) => BUY_IT_NOW.test(labelOf(element))) : candidates,
    heading,
  )
  return {
    price: chosen?.price ?? null,
    possible: candidates.map(({ price }) => price),
    others: near
      .filter(({ isOther, isStruck, isNet }) => isOther && !isStruck && !isNet)
      .map(({ price }) => price),
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

function labelOf(element: Element): string {
  const parent = element.parentElement?.parentElement ?? element
  return `${(parent.textContent ?? '').slice(0, 200)} ${namesOf(element)} ${namesOf(parent)}`
}
