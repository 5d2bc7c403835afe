import type { Point } from './input.ts'

export type BrowserName = 'chromium' | 'firefox'

/** ar-XB is a pseudo-language of test builds: accented English, half as long again, from right to left. */
export type Language = 'en' | 'zh' | 'ar-XB'

export interface LaunchOptions {
  /** The built, unpacked extension. */
  extensionDir: string
  colorScheme?: 'light' | 'dark'
  /** The language of the extension's texts and of the web; the browser's own menus stay English. */
  language?: Language
  /** Replaces a page's colours with the browser's own few, as a high contrast theme does. */
  forcedColors?: boolean
  reducedMotion?: boolean
  /** Names that are looked for on this machine; no others resolve. */
  hosts?: string[]
  /** The folder of the profile, which stays when the browser ends: another one can go on with it. */
  home?: string
  /** Of all pages in per cent, as chosen in the settings. Only Chromium's popup and panel follow it. */
  zoom?: number
}

/** Scripts are expressions that see the globals of the document; a promise is awaited, the value has to fit in JSON. */
export interface View {
  evaluate<T>(script: string): Promise<T>
  /** Asks until the value is truthy; a script that throws counts as "not yet". */
  waitFor<T>(script: string, timeoutMs?: number): Promise<T>
  text(selector: string): Promise<string>
  fill(selector: string, text: string): Promise<void>
  /** A real mouse click, once the element has stopped moving and nothing covers it. */
  click(selector: string): Promise<void>
  /** What the screen shows where the view is. */
  screenshot(path: string): Promise<void>
  close(): Promise<void>
  closed(): Promise<boolean>
  /** What assistive technology is told of the view, in order. Only Chromium can be asked. */
  accessibilityTree(): Promise<AccessibleNode[]>
}

export interface AccessibleNode {
  /** As the browser calls it, such as "button", "spinbutton" or "StaticText". */
  role: string
  name: string
  /** What a field holds. */
  value?: string
  description?: string
  /** Such as pressed, checked, expanded or level; as the browser tells them. */
  states: Record<string, unknown>
  /** How deep in the tree, from 0. */
  depth: number
}

export interface Tab extends View {
  /**
   * A real right click on the element and a click on the extension's item in the browser's own menu; at a point of its
   * box, from 0 to 1, or in the middle of what is in view.
   */
  findOn1688(selector: string, at?: Point): Promise<void>
  goto(url: string): Promise<void>
}

export interface Driver {
  name: BrowserName
  open(url: string): Promise<Tab>
  /** The popup that is open or about to open. */
  popup(timeoutMs?: number): Promise<View>
  hasPopup(): Promise<boolean>
  /** Clicks the extension's button in the toolbar. */
  openPopup(): Promise<View>
  /** The side panel that is open or about to open. */
  panel(timeoutMs?: number): Promise<View>
  /** A page of the extension in a tab of its own, such as "options.html". */
  extensionPage(path: string): Promise<Tab>
  /** Evaluates in the background, which is started when it is not running. */
  background<T>(script: string): Promise<T>
  /** Stops the background as the browser does when it is idle. */
  stopBackground(): Promise<void>
  screenshot(path: string): Promise<void>
  /** Presses keys as a user does, wherever the focus is. */
  press(...keys: string[]): Promise<void>
  /** Drags with the left button from one point of a tab to another. */
  drag(tab: Tab, from: Point, to: Point): Promise<void>
  /** Accepts the browser's own question. */
  acceptQuestion(): Promise<void>
  /** Memory that the browser and all its processes hold. */
  residentBytes(): Promise<number>
  /** Ends the browser at once, as a crash does; `home` stays. */
  kill(): Promise<void>
  close(): Promise<void>
}
