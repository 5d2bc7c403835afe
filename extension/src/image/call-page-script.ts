import { browser } from 'wxt/browser'
import type { PageScript } from '../model/page-script.ts'

const FILE = '/page.js'
/** What comes after it for one function. */
const FURTHER: Partial<Record<keyof PageScript, '/listing.js' | '/products.js'>> = {
  listing: '/listing.js',
  products: '/products.js',
}

/**
 * Calls the page script in one frame of a tab, after injecting it. It needs `activeTab`, which a click grants until the
 * tab navigates.
 *
 * @throws if the frame cannot be entered: another origin, a page of the browser, a page that is gone
 */
export async function callPageScript<K extends keyof PageScript>(
  { tabId, frameId }: { tabId: number; frameId: number },
  name: K,
  ...args: Parameters<PageScript[K]>
): Promise<Awaited<ReturnType<PageScript[K]>>> {
  const target = { tabId, frameIds: [frameId] }
  const further = FURTHER[name]
  const files = further ? ([FILE, further] as const) : ([FILE] as const)
  const [entered] = await browser.scripting.executeScript({
    target,
    files: [...files],
    injectImmediately: true,
  })
  // Firefox does not reject for a page of its own; it answers with nothing for the frame.
  if (!entered) throw new Error('the frame cannot be entered')
  const [answer] = await browser.scripting.executeScript({
    target,
    func: call,
    args: [name, args],
    injectImmediately: true,
  })
  return (answer?.result ?? undefined) as Awaited<ReturnType<PageScript[K]>>
}

/** Runs in the page, so it must not use anything outside itself. */
function call(name: keyof PageScript, args: unknown[]): unknown {
  const script = globalThis.findOn1688
  return script && (script[name] as (...args: unknown[]) => unknown)(...args)
}
