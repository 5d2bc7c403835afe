import { basename } from 'node:path'
import { BROWSERS, type Browser, browserPaths, type System } from './browser-paths.ts'

const NAMES: Record<Browser, string> = {
  chromium: 'Chromium',
  chrome: 'Chrome',
  edge: 'Edge',
  brave: 'Brave',
  firefox: 'Firefox',
}

export interface ChosenBrowser {
  /** For a person: its name, or the path that was asked for. */
  name: string
  path: string
  /** Everything but Firefox is a Chromium. */
  engine: 'chromium' | 'firefox'
}

export interface Choice extends System {
  /** A browser, or the path of one; by default the first that is there. */
  wanted: string | undefined
  isProgram(path: string): boolean
}

/** The browser to open, or in a sentence why none is. */
export function chooseBrowser(choice: Choice): ChosenBrowser | string {
  const chosen = findBrowser(choice)
  if (typeof chosen === 'string' || hasDisplay(choice)) return chosen
  return 'No browser is opened, because there is no display: xvfb-run -a npm start gives it one that nobody sees.'
}

function findBrowser({ wanted, isProgram, ...system }: Choice): ChosenBrowser | string {
  if (wanted !== undefined && !isBrowser(wanted)) {
    const engine = /firefox|librewolf|waterfox|floorp|zen/i.test(basename(wanted)) ? 'firefox' : 'chromium'
    if (isProgram(wanted)) return { name: wanted, path: wanted, engine }
    return `No browser is opened, because ${wanted} is no program: --browser takes ${listOf(BROWSERS)}, or the path of a browser.`
  }
  for (const browser of wanted === undefined ? BROWSERS : [wanted]) {
    const path = browserPaths(browser, system).find(isProgram)
    if (path) return { name: NAMES[browser], path, engine: browser === 'firefox' ? 'firefox' : 'chromium' }
  }
  const missing = wanted === undefined ? listOf(BROWSERS.map((browser) => NAMES[browser])) : NAMES[wanted]
  return `No browser is opened, because ${missing} was not found in the usual places: install it, or pass its path with --browser.`
}

function isBrowser(name: string): name is Browser {
  return BROWSERS.some((browser) => browser === name)
}

/** Without one a browser ends as soon as it is started. Windows and macOS always have one. */
function hasDisplay({ platform, env }: System): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

function listOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
