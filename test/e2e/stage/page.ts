import type { Driver, View } from '../browser/driver.ts'

/** True while an area is being drawn. The page can see nothing else of the overlay. */
export const OVERLAY = 'document.documentElement.lastElementChild.popover === "manual"'

export const OFFER = '.offer[data-offer]'
export const OFFER_COUNT = `document.querySelectorAll("${OFFER}").length`
export const FIRST_OFFER = `document.querySelector("${OFFER}")?.dataset.offer`
export const OFFER_IDS = `[...document.querySelectorAll("${OFFER}")].map(({ dataset }) => dataset.offer)`

/** Waits until a search has succeeded or failed. */
export async function settled(view: View): Promise<void> {
  await view.waitFor(`document.querySelector("${OFFER}, .message")`)
}

export function firstOffer(view: View): Promise<string | null> {
  return view.evaluate(`${FIRST_OFFER} ?? null`)
}

export function offerIds(view: View): Promise<string[]> {
  return view.evaluate(OFFER_IDS)
}

export function offerCount(view: View): Promise<number> {
  return view.evaluate(OFFER_COUNT)
}

export function failureCode(view: View): Promise<string | null> {
  return view.evaluate('document.querySelector(".message .detail code")?.textContent ?? null')
}

/** Waits until the keys of what is shown work: their handlers are replaced after the next frame. */
export async function keysWork(view: View): Promise<void> {
  await view.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))')
}

/** Makes the next row current, by its key. */
export async function nextRow({ driver }: { driver: Driver }, view: View): Promise<void> {
  const current = 'document.querySelector(".offer.current")?.dataset.offer'
  const before = await view.evaluate<string | undefined>(current)
  await driver.press('j')
  await view.waitFor(`${current} && ${current} !== ${JSON.stringify(before)}`)
  await keysWork(view)
}

/** Chooses an entry of the app's menu. */
export async function chooseInMenu(view: View, item: string): Promise<void> {
  await view.click('.nav-item.menu-button')
  await view.click(`#menu [data-item="${item}"]`)
}

/** Chooses an option of a list, with the event that a user's choice fires. */
export async function select(view: View, selector: string, value: string): Promise<void> {
  await view.evaluate(`(() => {
    const select = document.querySelector(${JSON.stringify(selector)})
    select.value = ${JSON.stringify(value)}
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })()`)
}

/** Keeps the next file that the view saves, for `savedFile`. */
export async function watchSaving(view: View): Promise<void> {
  await view.evaluate(`void (window.saved = new Promise((resolve) => {
    const make = URL.createObjectURL
    URL.createObjectURL = (blob) => {
      resolve(blob)
      return make.call(URL, blob)
    }
  }))`)
}

export async function savedFile(view: View): Promise<Buffer> {
  const base64 = await view.evaluate<string>(`window.saved.then(async (blob) => {
    let text = ''
    for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte)
    return btoa(text)
  })`)
  return Buffer.from(base64, 'base64')
}

/** A storage area of the extension, as an expression for its background. */
export const storage = (area: 'local' | 'session') => `(globalThis.browser ?? chrome).storage.${area}`

/** The tabs that show the app, asked in its background. Chrome 150 and older tell no extension the addresses of its own tabs. */
export function appTabs({ driver }: { driver: Driver }): Promise<{ id: number; hash: string }[]> {
  return driver.background(`(async () => {
    const { tabs, runtime } = globalThis.browser ?? chrome
    const page = runtime.getURL('/app.html')
    const contexts = await runtime.getContexts?.({ contextTypes: ['TAB'] })
    const open = contexts?.map(({ tabId, documentUrl }) => ({ id: tabId, url: documentUrl }))
      ?? await tabs.query({ url: page + '*' })
    return open
      .filter(({ url }) => url?.startsWith(page))
      .map(({ id, url }) => ({ id, hash: new URL(url).hash.slice(1) }))
  })()`)
}

/** What a store of the extension's database holds. */
export function stored<T>(view: View, store: string): Promise<T[]> {
  return view.evaluate(`indexedDB.databases().then(([{ name }]) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = reject
    opening.onsuccess = () => {
      const reading = opening.result.transaction('${store}').objectStore('${store}').getAll()
      reading.onsuccess = () => {
        opening.result.close()
        resolve(reading.result)
      }
    }
  }))`)
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

const inSession = (name: string) =>
  `${storage('session')}.get('${name}').then((all) => all['${name}'] ?? null)`

/** What left the browser, as the extension stores it to show it. */
export function sentPicture({ driver }: { driver: Driver }): Promise<Sent | null> {
  return driver.background(inSession('sent'))
}

export interface SearchState {
  id: string
  reading: string
  readFailure?: { code: string; detail?: string }
  listing?: unknown
}

export function searchState({ driver }: { driver: Driver }): Promise<SearchState | null> {
  return driver.background(inSession('search'))
}

export function bytesOf(dataUrl = ''): Buffer {
  return Buffer.from(dataUrl.split(',')[1] ?? '', 'base64')
}
