import { elementText, shownElements } from './element-text.ts'
import type { PageFacts } from './facts.ts'
import { type ReadPrice, readPrice } from './read-price.ts'
import { readValue } from './read-value.ts'
import { type SourceReading, titleOf } from './reading.ts'
import { SHOPS, type ShopSelectors } from './shops.ts'

/** What the selectors for the page's shop find; `null` where it is no shop that is known, or no page of a product. */
export function readShop(document: Document, facts: PageFacts): SourceReading | null {
  const shop = SHOPS.find(({ isShop }) => isShop(facts.url, document))
  if (!shop) return null
  const title = titleOf(firstAnswer(document, shop.title, elementText))
  const price = firstPrice(document, shop, facts)
  const inAddress = shop.number.exec(facts.url.pathname)?.[1]?.toUpperCase()
  const inField = shop.numberField && document.querySelector(shop.numberField)?.getAttribute('value')
  const productNumber = inAddress || inField || null
  return title || price || productNumber ? { shop, title, price, productNumber } : null
}

function firstPrice(document: Document, shop: ShopSelectors, { hint }: PageFacts): ReadPrice | null {
  const read = (element: Element) =>
    element.matches('meta')
      ? readValue(element.getAttribute('content'), null, hint)
      : readPrice(elementText(element) ?? '', hint)
  const { priceParts } = shop
  if (!priceParts) return firstAnswer(document, shop.price, read)
  const joined = (element: Element) => {
    const part = (selector: string) => element.querySelector(selector)?.textContent?.trim() ?? ''
    const whole = part(priceParts.whole).replace(/\D/g, '')
    const cents = part(priceParts.cents)
    return readPrice(`${part(priceParts.symbol)} ${whole}${cents && `.${cents}`}`, hint)
  }
  return firstAnswer(document, shop.price, read) ?? firstAnswer(document, [priceParts.within], joined)
}

/** The first selector's answer that is one, of elements that can be seen. */
function firstAnswer<T>(
  document: Document,
  selectors: string[],
  ask: (element: Element) => T | null,
): T | null {
  for (const selector of selectors)
    for (const element of shownElements(document, selector)) {
      const answer = ask(element)
      if (answer) return answer
    }
  return null
}
