import { isSamePage } from '../page/page-url.ts'
import { type CardShop, cardShopOf } from './card-shops.ts'

const FILE = /\.(?:jpe?g|png|webp|avif|gif|svg|pdf|zip|mp4)$/i
/** As most shop systems write the address of a product. */
const PRODUCT_PATH =
  /\/(?:products?|produkte?|produkt|produits?|productos?|produtos?|prodott[oi]|items?|itm|dp|ip|pd|vp|p|artikel|articles?|article|listings?|oferta|goods|sku)s?\/[^/]|[-/_]\d{5,}(?:[/._-]|$)|[-/]p-?\d{3,}|\.html?$/i
/** Of these only products have addresses. */
const SURELY_PRODUCT =
  /\/(?:products?|produkte?|produits?|productos?|produtos?|prodott[oi]|items?|itm|dp|pd|goods|sku)\/[^/]/i
/** Parameters that name the product where the path does not. */
const ID_PARAMETER =
  /^(?:id|pid|p|product|product_?id|prod_?id|item|item_?id|itemno|goods_?id|goods_?no|goodscode|sku|skuid|asin|artnr|nm|route|url_key)$/i
/** No product: the cart, an account, a list, an article. */
const NO_PRODUCT =
  /\/(?:cart|basket|checkout|login|signin|account|wishlist|search|help|blogs?|news|stories|about|contact|reviews?)(?:[/.?]|$)/i
/** A list of products. */
const CATEGORY =
  /\/(?:collections?|categor(?:y|ies|ia|ias|ie)|catégories?|kategorien?|kategorie|kategoria|c|cat|department|browse|brands?|marken?|marques?|marcas?)\/[^/]+\/?$/i
/** Where an address of an advertisement says where it leads. */
const TARGET = /^(?:url|u|to|target|dest|destination|redirect|redirect_?url|rd|lp|ckurl|adurl)$/i

/** The page of a product that a card links to. */
export interface ProductLink {
  url: URL
  /** Equal for all links to the product. */
  key: string
  number: string | undefined
  /** Whether its address is written as those of products are, and as those of nothing else. */
  isLikely: boolean
  isSure: boolean
}

/** `undefined` if it leads nowhere, to this page, or to what is no product. */
export function productLinkOf(link: Element, page: URL): ProductLink | undefined {
  const href = link.getAttribute('href')?.trim() ?? ''
  if (!href || href.startsWith('#')) return undefined
  const parsed = URL.parse(href, link.ownerDocument.baseURI || page.href)
  if (!parsed?.protocol.startsWith('http')) return undefined
  return productLinkAt(targetOf(parsed), page)
}

/** The same of an address. */
export function productLinkAt(url: URL, page: URL): ProductLink | undefined {
  const shop = cardShopOf(url)
  const number = numberIn(url, shop)
  if (number) return { url, number, key: `${shop?.name} ${number}`, isLikely: true, isSure: true }
  if (FILE.test(url.pathname) || (url.pathname.length < 2 && !url.search) || NO_PRODUCT.test(url.pathname))
    return undefined
  const isLikelyPath = PRODUCT_PATH.test(url.pathname)
  if (CATEGORY.test(url.pathname) && !isLikelyPath) return undefined
  const ids = parametersOf(url).filter(([name, value]) => ID_PARAMETER.test(name) && value)
  if (ids.length === 0 && isSamePage(url, page)) return undefined
  // Shopify puts the collection before the product, which is the same in all of them.
  const path = url.pathname.replace(/^.*(?=\/products\/[^/]+\/?$)/, '').replace(/\/$/, '')
  const query = ids.map(([name, value]) => `${name}=${value}`).join('&')
  return {
    url,
    number: undefined,
    key: `${url.host.replace(/^www\./, '')}${path}?${query}`,
    isLikely: isLikelyPath || ids.some(([name]) => name !== 'route'),
    isSure: SURELY_PRODUCT.test(url.pathname),
  }
}

function numberIn({ hostname, pathname, search }: URL, shop: CardShop | undefined): string | undefined {
  return shop?.number
    .exec(hostname + pathname + search)
    ?.slice(1)
    .find(Boolean)
}

/** An advertisement leads to the product by way of a counter. */
function targetOf(url: URL): URL {
  for (const [name, value] of parametersOf(url)) {
    if (!TARGET.test(name) || !/^(?:https?:|%2f|\/)/i.test(value)) continue
    const target = URL.parse(value, url.href)
    if (target?.protocol.startsWith('http') && target.pathname.length > 1) return target
  }
  return url
}

/** Not `searchParams`, which a page script in Firefox cannot iterate over. */
function parametersOf({ search }: URL): [name: string, value: string][] {
  return search
    .slice(1)
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const [name = '', ...value] = part.split('=')
      return [name, decoded(value.join('='))]
    })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
