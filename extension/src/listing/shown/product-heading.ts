import { isShown } from '../../dom/elements.ts'
import { areSimilarTitles, cleanTitle, overlap, wordSetOf } from '../page/product-title.ts'
import { PageAreas } from './page-areas.ts'

const HEADINGS =
  'h1, [itemprop="name"], [id*="productTitle" i], [class*="product-title" i], [class*="product-name" i], [class*="product_title" i], [class*="productname" i], [data-testid*="title" i], h2, [class*="title" i], [class*="name" i], [class*="heading" i]'
const MAX_HEADINGS = 60

/** The visible heading that names the product; the first `h1` if the page has one and none of its texts is known elsewhere. */
export function productHeading(document: Document, titles: string[], page: URL): Element | undefined {
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
