import { isSamePage } from './page-url.ts'
import { areOtherModels, areSimilarTitles, isInPath } from './product-title.ts'
import type { PageFacts } from './types.ts'

/**
 * Whether a product that the page's data names is that of an earlier page: shops load the next product in place and leave the data
 * as it was. No heading that a person sees names it, and its own address or the words in the page's address tell otherwise.
 *
 * @param urls the product's own addresses in the data
 */
export function isOfEarlierPage(name: string, urls: URL[], { url, h1s, shownHeadings }: PageFacts): boolean {
  const isNamed = (heading: string) => areSimilarTitles(name, heading) && !areOtherModels(name, heading)
  const own = urls.filter(({ host }) => host === url.host)
  if (own.length > 0 && !own.some((each) => isSameProductPage(each, url)))
    // A title in the document's head may be as old as its data.
    return shownHeadings.length > 0 && !(h1s.length ? h1s : shownHeadings).some(isNamed)
  if (shownHeadings.length === 0 || shownHeadings.some(isNamed) || own.length > 0) return false
  return !isInPath(name, url) && shownHeadings.some((heading) => isInPath(heading, url))
}

/** Whether two URLs have the same path, and no parameter or fragment that says otherwise. */
function isSameProductPage(a: URL, b: URL): boolean {
  const differs = [...a.searchParams].some(
    ([key, value]) => /\d/.test(value) && b.searchParams.has(key) && b.searchParams.get(key) !== value,
  )
  const routes = a.hash.startsWith('#/') && b.hash.startsWith('#/') && a.hash !== b.hash
  return isSamePage(a, b) && !differs && !routes
}
