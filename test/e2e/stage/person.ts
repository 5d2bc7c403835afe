import type { View } from '../browser/driver.ts'
import type { Stage } from './stage.ts'

/** What a job took: clicks of the mouse (a right click and its menu item are two), keys, and seconds of waiting for the app. */
export interface Effort {
  job: string
  clicks: number
  keys: number
  /** From each action to what it leads to, on this machine. */
  waited: number
  /** With the keystroke-level model's 1.1 s for pointing and clicking, 0.28 s for a key, and 1.35 s to think before each step. */
  estimated: number
}

const CLICK_S = 1.1
const KEY_S = 0.28
const THINK_S = 1.35

/** Does what a person would with real mouse and keys, and counts it. */
export class Person {
  readonly #stage: Stage
  #clicks = 0
  #keys = 0
  #steps = 0
  #waitedMs = 0

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /** Right-clicks a picture of the shop's page that is open, and waits for the results. */
  async find(story: string, until: string): Promise<View> {
    const tab = await this.#stage.openShop()
    this.#count(2, 0, 2)
    return this.#wait(async () => {
      await tab.findOn1688(`[data-story="${story}"]`)
      const popup = await this.#stage.driver.popup()
      await popup.waitFor(until)
      return popup
    })
  }

  /** The button in the browser's toolbar. */
  async openPopup(until: string): Promise<View> {
    this.#count(1, 0, 1)
    return this.#wait(async () => {
      const popup = await this.#stage.driver.openPopup()
      await popup.waitFor(until)
      return popup
    })
  }

  async click(view: View, selector: string, until?: string): Promise<void> {
    this.#count(1, 0, 1)
    await this.#wait(async () => {
      await view.click(selector)
      if (until) await view.waitFor(until)
    })
  }

  /** One step, however many keys. */
  async press(view: View | undefined, until: string | undefined, ...keys: string[]): Promise<void> {
    this.#count(0, keys.length, 1)
    await this.#wait(async () => {
      await this.#stage.driver.press(...keys)
      if (view && until) await view.waitFor(until)
    })
  }

  /** Pasting what is in the clipboard: one key with its modifier. */
  async paste(view: View, selector: string, text: string): Promise<void> {
    this.#count(1, 2, 1)
    await this.#wait(() => view.fill(selector, text))
  }

  effort(job: string): Effort {
    const [clicks, keys, waited] = [this.#clicks, this.#keys, this.#waitedMs / 1000]
    const acted = clicks * CLICK_S + keys * KEY_S + this.#steps * THINK_S
    return { job, clicks, keys, waited: rounded(waited), estimated: rounded(acted + waited) }
  }

  #count(clicks: number, keys: number, steps: number): void {
    this.#clicks += clicks
    this.#keys += keys
    this.#steps += steps
  }

  async #wait<T>(act: () => Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await act()
    } finally {
      this.#waitedMs += performance.now() - start
    }
  }
}

function rounded(seconds: number): number {
  return Number(seconds.toFixed(1))
}
