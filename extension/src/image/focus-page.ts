import { browser } from 'wxt/browser'
import { appTabs } from './app-tabs.ts'

/**
 * Runs work that needs a visible page. If the results tab is in front of it, the page comes to the front meanwhile. If
 * another tab is, the user has opened it, and it stays.
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

/** The results tab, if it is in front of the page. */
async function resultsBefore(tabId: number): Promise<number | undefined> {
  const page = tabId < 0 ? undefined : await browser.tabs.get(tabId).catch(() => undefined)
  if (!page || page.active) return undefined
  return (await appTabs()).find(({ active, windowId }) => active && windowId === page.windowId)?.id
}
