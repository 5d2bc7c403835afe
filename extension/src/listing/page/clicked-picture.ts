import type { Listing } from '../../model/listing.ts'
import { amountsIn, type PriceHint } from '../prices/read-price.ts'
import { isSamePage } from './page-url.ts'
import { overlap, wordSetOf } from './product-title.ts'

const PICTURE_FILE = /\.(jpe?g|png|webp|avif|gif|svg)$/i
/** An area with more text than this is not the card of one product. */
const MAX_CHARACTERS = 5000

/** The URL that a picture links to, if it is another page: then the picture is on the card of another product. */
export function linkedPage(picture: Element, page: URL): URL | undefined {
  const link = [...ancestors(picture)].find((each) => each.matches('a[href]'))
  const url = link && URL.parse(link.getAttribute('href') ?? '', page.href)
  if (!url?.protocol.startsWith('http') || PICTURE_FILE.test(url.pathname)) return undefined
  return isSamePage(url, page) ? undefined : url
}

/**
 * Whether a picture belongs to another product: the smallest area around it with a price in it contains neither the
 * listing's price nor its title.
 */
export function belongsToAnotherProduct(
  picture: Element,
  { price, title }: Listing,
  hint: PriceHint,
): boolean {
  for (const area of ancestors(picture)) {
    const text = area.textContent ?? ''
    if (text.length > MAX_CHARACTERS) return false
    const amounts = amountsIn(text, hint)
    if (amounts.length === 0) continue
    const isPrice = price !== null && amounts.some((amount) => amount && Number(amount) === Number(price))
    return !isPrice && !(title && overlap(wordSetOf(title), wordSetOf(text)) >= 0.8)
  }
  return false
}

/** The element and all around it, out of shadow roots too. */
export function* ancestors(element: Element): Generator<Element> {
  for (let each: Element | null = element; each; ) {
    yield each
    const root: Node = each.getRootNode()
    each = each.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  }
}
