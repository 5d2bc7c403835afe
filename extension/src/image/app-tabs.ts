import { type Browser, browser } from 'wxt/browser'

const PAGE = '/app.html'

/**
 * The tabs that show the app. Only a permission that warns of one's browsing history lets Chrome 150 and older tell the
 * addresses of tabs, an extension's own included: https://github.com/w3c/webextensions/issues/1027. There the documents say
 * in which tabs they are, but for one that was unloaded to save memory.
 */
export async function appTabs(): Promise<Browser.tabs.Tab[]> {
  const page = browser.runtime.getURL(PAGE)
  const listed = await browser.tabs.query({ url: `${page}*` })
  const contexts = (await browser.runtime.getContexts?.({ contextTypes: ['TAB'] })) ?? []
  const unlisted = contexts.filter(
    ({ documentUrl, tabId }) =>
      documentUrl?.split(/[?#]/)[0] === page && !listed.some(({ id }) => id === tabId),
  )
  const tabs = unlisted.map(({ tabId }) => browser.tabs.get(tabId).catch(() => []))
  return [...listed, ...(await Promise.all(tabs)).flat()]
}
