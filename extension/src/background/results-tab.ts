import { browser } from 'wxt/browser'
import { appTabs } from '../image/app-tabs.ts'
import type { Search } from '../model/search.ts'

const PAGE = '/app.html'

/** Shows the results' tab: an open one, if possible in the same window, or a new one. */
export async function openResultsTab(windowId: number): Promise<void> {
  const url = browser.runtime.getURL(PAGE)
  const open = await appTabs()
  const tab = open.find((each) => each.windowId === windowId) ?? open[0]
  if (tab?.id === undefined) return void (await browser.tabs.create({ url: `${url}#results`, windowId }))
  await browser.tabs.update(tab.id, { active: true, url: `${url}#results` })
  await browser.windows.update(tab.windowId, { focused: true })
}

/**
 * Opens the results' tab for a click once its picture is read: earlier it would cover the page, and a screenshot would
 * show it instead of the picture.
 */
export class ResultsTab {
  #wanted: { windowId: number; since: number } | undefined

  want(windowId: number): void {
    this.#wanted = { windowId, since: Date.now() }
  }

  onChange(search: Search | null): void {
    const wanted = this.#wanted
    if (!wanted) return
    if (search && (search.startedAt < wanted.since || isBeingRead(search))) return
    this.#wanted = undefined
    if (search) openResultsTab(wanted.windowId).catch(() => {})
  }
}

function isBeingRead({ reading }: Search): boolean {
  return reading === 'running' || reading === 'picking'
}
