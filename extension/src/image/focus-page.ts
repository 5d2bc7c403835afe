import { browser } from 'wxt/browser'

/**
 * Does what needs a page to be seen. Where the results' tab stands in front of the page, the page comes to the front for
 * as long as that takes; where anything else does, the person has gone there, and is left there.
 */
export async function withPageFocused<T>(tabId: number, work: () => Promise<T>): Promise<T> {
  const results = await resultsBefore(tabId)
  if (results === undefined) return work()
  await browser.tabs.update(tabId, { active: true })
  try {
    return await work()
  } finally {
    await browser.tabs.update(results, { active: true })
  }
}

/** The results' tab where it is in front of the page. */
async function resultsBefore(tabId: number): Promise<number | undefined> {
  const page = tabId < 0 ? undefined : await browser.tabs.get(tabId).catch(() => undefined)
  if (!page || page.active) return undefined
  const url = `${browser.runtime.getURL('/app.html')}*`
  const [results] = await browser.tabs.query({ url, windowId: page.windowId, active: true })
  return results?.id
}
