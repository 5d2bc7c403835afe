import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { ProductTab } from '../../batch/pictures/page-pictures.ts'
import { callPageScript } from '../../image/call-page-script.ts'
import { MAX_PAGE_PRODUCTS, type PageProduct } from '../../model/page-product.ts'

type Found =
  | { state: 'looking' }
  /** The tab is closed, or its page does not let this extension in. */
  | { state: 'gone' }
  /** It is in a private window, of which nothing may be saved. */
  | { state: 'private' }
  | { state: 'found'; products: PageProduct[]; title: string; tab: ProductTab }

/** The products that the page in a tab shows, and a way to look for them again, which answers how many came along. */
export function usePageProducts(tabId: number): { found: Found; look(): Promise<number> } {
  const [found, setFound] = useState<Found>({ state: 'looking' })
  const look = async () => {
    const next = await productsIn(tabId).catch((): Found => ({ state: 'gone' }))
    const all = found.state === 'found' && next.state === 'found' ? merged(found, next) : next
    setFound(all)
    return countOf(all) - countOf(found)
  }
  useEffect(() => void look(), [tabId])
  return { found, look }
}

function countOf(found: Found): number {
  return found.state === 'found' ? found.products.length : 0
}

async function productsIn(tabId: number): Promise<Found> {
  const { incognito, windowId, title = '' } = await browser.tabs.get(tabId)
  if (incognito) return { state: 'private' }
  const products = await callPageScript({ tabId, frameId: 0 }, 'products')
  if (!products) return { state: 'gone' }
  return { state: 'found', products, title, tab: { tabId, windowId } }
}

type Products = Extract<Found, { state: 'found' }>

/** A page that shows only what is in view has taken earlier ones out of it: they stay. */
function merged(before: Products, next: Products): Products {
  const keys = new Set(before.products.map(({ key }) => key))
  const added = next.products.filter(({ key }) => !keys.has(key))
  return { ...next, products: [...before.products, ...added].slice(0, MAX_PAGE_PRODUCTS) }
}
