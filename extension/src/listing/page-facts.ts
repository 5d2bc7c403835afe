import { cleanTitle } from './page/product-title.ts'
import type { PageFacts } from './page/types.ts'
import { currencyCode } from './prices/currency.ts'
import { currencyOfShop } from './shops/shops.ts'
import { metaContent, metaCurrency } from './structured-data/meta-tags.ts'

/** What a page says about itself. */
export function factsOf(document: Document, url: URL): PageFacts {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const canonicalUrl = canonical ? URL.parse(canonical, url.href) : null
  const h1s = [...document.querySelectorAll('h1')].slice(0, 3).map(({ textContent }) => textContent)
  const cleaned = (texts: (string | null)[]) => texts.map(cleanTitle).filter((text) => text !== null)
  return {
    url,
    ...(canonicalUrl && { canonical: canonicalUrl }),
    headings: cleaned([...h1s, metaContent(document, 'og:title'), document.title]),
    h1s: cleaned(h1s),
    shownHeadings: cleaned([...h1s, document.title]),
    titles: cleaned([metaContent(document, 'og:title'), document.title]),
    hint: {
      host: url.hostname,
      language: document.documentElement.lang,
      currency: currencyCode(metaCurrency(document)) ?? dataCurrency(document) ?? currencyOfShop(url),
    },
  }
}

/** The only currency in the page's structured data: what a bare "$" means there. */
function dataCurrency(document: Document): string | null {
  const scripts = document.querySelectorAll('script[type^="application/ld+json" i]')
  const inScripts = [...scripts].flatMap(({ textContent }) =>
    [...(textContent ?? '').matchAll(/"priceCurrency"\s*:\s*"([A-Z]{3})"/gi)].map(([, code]) => code),
  )
  const elements = document.querySelectorAll('[itemprop="priceCurrency"], [property="priceCurrency"]')
  const inElements = [...elements].map((each) => each.getAttribute('content') ?? each.textContent)
  const codes = new Set([...inScripts, ...inElements].map(currencyCode).filter((code) => code !== null))
  return codes.size === 1 ? ([...codes][0] ?? null) : null
}
