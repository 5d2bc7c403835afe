import { visibleElements, visibleText } from '../../dom/visible-text.ts'
import { cleanTitle } from '../page/product-title.ts'
import type { PageFacts, SourceReading } from '../page/types.ts'
import { type ReadPrice, readPrice } from '../prices/read-price.ts'
import { isInOtherOffer } from '../shown/price-context.ts'
import { isPart } from '../shown/price-element.ts'
import { readMachinePrice } from '../structured-data/machine-price.ts'
import { SHOPS, type ShopSelectors } from './shops.ts'

/** What the selectors for the page's shop find; `null` for an unknown shop or a page without a product. */
export function readShop(document: Document, facts: PageFacts): SourceReading | null {
  const shop = SHOPS.find(({ isShop }) => isShop(facts.url, document))
  if (!shop) return null
  const title = cleanTitle(firstResult(document, shop.title, visibleText))
  const price = firstPrice(document, shop, facts)
  const inAddress = shop.number.exec(facts.url.pathname)?.[1]?.toUpperCase()
  const inField = shop.numberField && document.querySelector(shop.numberField)?.getAttribute('value')
  const productNumber = inAddress || inField || null
  return title || price || productNumber ? { shop, title, price, productNumber } : null
}

function firstPrice(document: Document, shop: ShopSelectors, { hint }: PageFacts): ReadPrice | null {
  const read = (element: Element) =>
    element.matches('meta')
      ? readMachinePrice(element.getAttribute('content'), null, hint)
      : isPart(element, visibleText(element) ?? '') || isInOtherOffer(element)
        ? null
        : readPrice(visibleText(element) ?? '', hint)
  const { priceParts } = shop
  if (!priceParts) return firstResult(document, shop.price, read)
  const joined = (element: Element) => {
    const part = (selector: string) => element.querySelector(selector)?.textContent?.trim() ?? ''
    const whole = part(priceParts.whole).replace(/\D/g, '')
    const cents = part(priceParts.cents)
    return readPrice(`${part(priceParts.symbol)} ${whole}${cents && `.${cents}`}`, hint)
  }
  return firstResult(document, shop.price, read) ?? firstResult(document, [priceParts.within], joined)
}

/** The first result of the selectors, among visible elements. */
function firstResult<T>(
  document: Document,
  selectors: string[],
  read: (element: Element) => T | null,
): T | null {
  for (const selector of selectors)
    for (const element of visibleElements(document, selector)) {
      const result = read(element)
      if (result) return result
    }
  return null
}
