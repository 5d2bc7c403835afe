import { rm } from 'node:fs/promises'
import type { Provider } from '@find-on-1688/shared'
import { type Sandbox, startSandbox } from '../fakes/sandbox/index.ts'
import {
  type BrowserName,
  type Driver,
  type LaunchOptions,
  launch,
  type Tab,
  type View,
} from './browser/index.ts'
import { extensionFor } from './extension.ts'

export interface StageOptions extends Omit<LaunchOptions, 'extensionDir'> {
  provider?: Provider
  latencyMs?: number
}

/** A sandbox, and a real browser with the extension set up for it. */
export interface Stage {
  sandbox: Sandbox
  driver: Driver
  /**
   * Right-clicks a picture of the shop, chooses the item, and returns the popup that then opens; before all that,
   * `prepare` runs in the page.
   */
  search(story: string, prepare?: string): Promise<{ tab: Tab; popup: View }>
  openOptions(): Promise<Tab>
  setProxy(settings: { address?: string; clientKey?: string }): Promise<Tab>
  close(): Promise<void>
}

export async function openStage(name: BrowserName, options: StageOptions = {}): Promise<Stage> {
  const { provider = 'image-search', latencyMs = 0, ...looks } = options
  const sandbox = await startSandbox({ provider, latencyMs, settings: { CACHE_SECONDS: '0' } })
  const target = name === 'chromium' ? 'chrome' : 'firefox'
  const proxy = { address: sandbox.workerUrl, key: sandbox.clientKey }
  const extensionDir = await extensionFor(target, proxy).catch(async (error) => {
    await sandbox.close()
    throw error
  })
  const leave = async () => {
    await sandbox.close()
    await rm(extensionDir, { recursive: true, force: true })
  }
  try {
    const driver = await launch(name, { extensionDir, ...looks })
    return { ...scenes(sandbox, driver), close: () => driver.close().finally(leave) }
  } catch (error) {
    await leave()
    throw error
  }
}

function scenes(sandbox: Sandbox, driver: Driver) {
  const openOptions = async () => {
    const options = await driver.extensionPage('options.html')
    await options.waitFor('document.querySelector("#address")?.value')
    return options
  }
  return {
    sandbox,
    driver,
    openOptions,
    search: async (story: string, prepare?: string) => {
      const tab = await driver.open(sandbox.shop.url)
      await tab.waitFor('document.readyState === "complete"')
      if (prepare) await tab.evaluate(prepare)
      await tab.findOn1688(`[data-story="${story}"]`)
      return { tab, popup: await driver.popup() }
    },
    setProxy: async ({ address = sandbox.workerUrl, clientKey = sandbox.clientKey }) => {
      const options = await openOptions()
      await options.fill('#address', address)
      await options.fill('#key', clientKey)
      await options.click('#test')
      await options.waitFor('document.querySelector(".outcome.good, .outcome.bad")')
      return options
    },
  }
}

/** Whether an area is being drawn; the overlay keeps everything else of itself from the page. */
export const OVERLAY = 'document.documentElement.lastElementChild.popover === "manual"'

/** Waits until the popup has come to an end, whatever it is. */
export async function settled(popup: View): Promise<void> {
  await popup.waitFor('document.querySelector(".offer[data-offer], .message")', 20_000)
}

export function firstOffer(popup: View): Promise<string | null> {
  return popup.evaluate('document.querySelector(".offer[data-offer]")?.dataset.offer ?? null')
}

export function offerCount(popup: View): Promise<number> {
  return popup.evaluate('document.querySelectorAll(".offer[data-offer]").length')
}

export function failureCode(popup: View): Promise<string | null> {
  return popup.evaluate('document.querySelector(".message .detail code")?.textContent ?? null')
}

export interface Sent {
  dataUrl: string
  how: string
  width: number
  height: number
  fromWidth: number
  fromHeight: number
  bytes: number
  untouched: boolean
}

const session = (name: string) =>
  `(async () => (await (globalThis.browser ?? chrome).storage.session.get('${name}'))['${name}'] ?? null)()`

/** What left the browser, as the extension keeps it for the receipt. */
export function sentPicture(stage: Stage): Promise<Sent | null> {
  return stage.driver.background(session('sent'))
}

export function searchState(stage: Stage) {
  return stage.driver.background<{ reading: string; readFailure?: { code: string; detail?: string } } | null>(
    session('search'),
  )
}
