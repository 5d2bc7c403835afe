import { rm } from 'node:fs/promises'
import type { Provider } from '@find-on-1688/shared'
import { type Sandbox, startSandbox } from '../../fakes/sandbox/index.ts'
import type { BrowserName, Driver, LaunchOptions, Tab, View } from '../browser/driver.ts'
import { launch } from '../browser/launch.ts'
import { extensionFor, targetOf } from './built-extension.ts'
import { keysWork, settled } from './page.ts'

export interface StageOptions extends Omit<LaunchOptions, 'extensionDir'> {
  provider?: Provider
  latencyMs?: number
  /** Of the worker. */
  settings?: Record<string, string>
}

/** A sandbox, and a real browser with the extension set up for it. */
export interface Stage {
  sandbox: Sandbox
  driver: Driver
  /** How many calls the platform has had. */
  calls(): number
  /** Opens a page of the shop and waits until it is complete. */
  openShop(path?: string): Promise<Tab>
  /** Right-clicks a picture of the shop and chooses the item; before that, `prepare` runs in the page. */
  search(story: string, prepare?: string): Promise<{ tab: Tab; popup: View }>
  /** Searches, and waits for the popup's results. */
  results(story?: string): Promise<View>
  /** Searches, and opens the results in a tab, which takes keys and stays open. */
  resultsInTab(story?: string, prepare?: string): Promise<Tab>
  openApp(route: string): Promise<Tab>
  openOptions(): Promise<Tab>
  setProxy(settings: { address?: string; clientKey?: string }): Promise<Tab>
  close(): Promise<void>
}

/** `onOpen` is given each view that the browser opens. */
export async function openStage(
  browser: BrowserName,
  options: StageOptions = {},
  onOpen: (view: View) => void = () => {},
): Promise<Stage> {
  const { provider = 'image-search', latencyMs = 0, settings, ...looks } = options
  const sandbox = await startSandbox({ provider, latencyMs, settings: { CACHE_SECONDS: '0', ...settings } })
  const proxy = { address: sandbox.workerUrl, key: sandbox.clientKey }
  const extensionDir = await extensionFor(targetOf(browser), proxy).catch(async (error) => {
    await sandbox.close()
    throw error
  })
  const leave = async () => {
    await sandbox.close()
    await rm(extensionDir, { recursive: true, force: true })
  }
  try {
    const driver = watched(await launch(browser, { extensionDir, ...looks }), onOpen)
    return { ...actions(sandbox, driver), close: () => driver.close().finally(leave) }
  } catch (error) {
    await leave()
    throw error
  }
}

function watched(driver: Driver, onOpen: (view: View) => void): Driver {
  const watch =
    <Args extends unknown[], Opened extends View>(open: (...args: Args) => Promise<Opened>) =>
    async (...args: Args) => {
      const view = await open(...args)
      onOpen(view)
      return view
    }
  return {
    ...driver,
    open: watch(driver.open),
    popup: watch(driver.popup),
    openPopup: watch(driver.openPopup),
    panel: watch(driver.panel),
    extensionPage: watch(driver.extensionPage),
  }
}

function actions(sandbox: Sandbox, driver: Driver): Omit<Stage, 'close'> {
  const openShop = async (path = '') => {
    const tab = await driver.open(sandbox.shop.url + path)
    await tab.waitFor('document.readyState === "complete"')
    return tab
  }
  const search = async (story: string, prepare?: string) => {
    const tab = await openShop()
    if (prepare) await tab.evaluate(prepare)
    await tab.findOn1688(`[data-story="${story}"]`)
    return { tab, popup: await driver.popup() }
  }
  const results = async (story = 'main', prepare?: string) => {
    const { popup } = await search(story, prepare)
    await settled(popup)
    return popup
  }
  const openApp = (route: string) => driver.extensionPage(`app.html#${route}`)
  const openOptions = async () => {
    const options = await driver.extensionPage('options.html')
    await options.waitFor(
      'document.querySelector(".connected .outcome.good, .connected .outcome.bad, .connection-form")',
    )
    return options
  }
  return {
    sandbox,
    driver,
    calls: () => sandbox.gateway.arrivals.length,
    openShop,
    search,
    results,
    resultsInTab: async (story, prepare) => {
      const popup = await results(story, prepare)
      await popup.close()
      const app = await openApp('results')
      await settled(app)
      await keysWork(app)
      return app
    },
    openApp,
    openOptions,
    setProxy: async ({ address = sandbox.workerUrl, clientKey = sandbox.clientKey }) => {
      const options = await openOptions()
      await options.click('.replace')
      await options.click('.by-hand')
      await options.fill('#address', address)
      await options.fill('#key', clientKey)
      await options.click('#test')
      await options.waitFor(
        'document.querySelector(".connection-form .outcome.bad") || (!document.querySelector(".connection-form") && document.querySelector(".connected .outcome.good"))',
      )
      return options
    },
  }
}
