import type { Listing } from '../model/listing.ts'
import { shareIn, wordSetOf } from './alike.ts'
import { isSamePage } from './main-product.ts'
import { amountsIn, type PriceHint } from './read-price.ts'

const PICTURE_FILE = /\.(jpe?g|png|webp|avif|gif|svg)$/i
/** An area with more text than this is not one product's card. */
const MOST_CHARACTERS = 5000

/** Where a picture leads to, when that is another page: the card of another product. */
export function leadsTo(picture: Element, page: URL): URL | undefined {
  const link = [...ancestors(picture)].find((each) => each.matches('a[href]'))
  const address = link && URL.parse(link.getAttribute('href') ?? '', page.href)
  if (!address?.protocol.startsWith('http') || PICTURE_FILE.test(address.pathname)) return undefined
  return isSamePage(address, page) ? undefined : address
}

/**
 * Whether a picture stands with another product's price: the smallest area around it that names a price has neither
 * the listing's price nor its title.
 */
export function standsWithAnother(picture: Element, { price, title }: Listing, hint: PriceHint): boolean {
  for (const area of ancestors(picture)) {
    const text = area.textContent ?? ''
    if (text.length > MOST_CHARACTERS) return false
    const amounts = amountsIn(text, hint)
    if (amounts.length === 0) continue
    const isPrice = price !== null && amounts.some((amount) => amount && Number(amount) === Number(price))
    return !isPrice && !(title && shareIn(wordSetOf(title), wordSetOf(text)) >= 0.8)
  }
  return false
}

function* ancestors(element: Element): Generator<Element> {
  for (let each: Element | null = element; each; ) {
    yield each
    const root: Node = each.getRootNode()
    each = each.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  }
}
