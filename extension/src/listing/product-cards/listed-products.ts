import { cleanTitle } from '../page/product-title.ts'
import type { SourceReading } from '../page/types.ts'
import {
  arrayOf,
  isThing,
  type Thing,
  textOf,
  typesOf,
  urlOf,
  withProperNames,
} from '../structured-data/schema-org.ts'
import type { StatedProducts } from './stated-products.ts'

const MAX_DEPTH = 8

/** A product of a list in structured data. */
export interface ListedProduct {
  url: URL
  title: string
  picture: string
  reading: SourceReading | null
}

/** The products of the page's lists in structured data that have an address and a picture of their own. */
export function listedProducts(documents: unknown[], stated: StatedProducts, page: URL): ListedProduct[] {
  const found: ListedProduct[] = []
  const walk = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) return
    if (Array.isArray(value)) for (const each of value) walk(each, depth + 1)
    if (!isThing(value)) return
    if (typesOf(value).includes('BreadcrumbList')) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'itemListElement')
        for (const each of arrayOf(inner)) {
          const product = listed(each, stated, page)
          if (product) found.push(product)
        }
      else if (typeof inner === 'object') walk(inner, depth + 1)
    }
  }
  walk(withProperNames(documents), 0)
  return found
}

function listed(element: unknown, stated: StatedProducts, page: URL): ListedProduct | undefined {
  if (!isThing(element)) return undefined
  const [item = element] = stated.all.resolve(element.item)
  const url = urlOf(item.url ?? element.url ?? item['@id'], page)
  const title = cleanTitle(textOf(item.name ?? element.name))
  const picture = pictureOf(item.image ?? element.image, page)
  if (!url || !title || !picture) return undefined
  return { url, title, picture, reading: stated.at(url) }
}

function pictureOf(value: unknown, base: URL): string | undefined {
  for (const each of arrayOf(value)) {
    const text = textOf(isThing(each) ? ((each as Thing).contentUrl ?? each.url ?? each['@id']) : each)
    const url = text ? URL.parse(text, base.href) : null
    if (url?.protocol.startsWith('http')) return url.href
  }
  return undefined
}
