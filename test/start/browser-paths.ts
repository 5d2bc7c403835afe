import { posix, win32 } from 'node:path'

/** In the order in which `npm start` looks for them. */
export const BROWSERS = ['chromium', 'chrome', 'edge', 'brave', 'firefox'] as const
export type Browser = (typeof BROWSERS)[number]

export interface System {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  home: string
}

/** Programs on the PATH, and after them where the vendors' own packages install to. */
const LINUX: Record<Browser, { names: string[]; files: string[] }> = {
  chromium: { names: ['chromium', 'chromium-browser'], files: ['/snap/bin/chromium'] },
  chrome: {
    names: ['google-chrome-stable', 'google-chrome', 'google-chrome-beta', 'google-chrome-unstable'],
    files: [
      '/opt/google/chrome/chrome',
      '/opt/google/chrome-beta/chrome',
      '/opt/google/chrome-unstable/chrome',
    ],
  },
  edge: {
    names: ['microsoft-edge-stable', 'microsoft-edge', 'microsoft-edge-beta', 'microsoft-edge-dev'],
    files: [
      '/opt/microsoft/msedge/msedge',
      '/opt/microsoft/msedge-beta/msedge',
      '/opt/microsoft/msedge-dev/msedge',
    ],
  },
  brave: {
    names: ['brave-browser-stable', 'brave-browser', 'brave'],
    files: ['/opt/brave.com/brave/brave', '/snap/bin/brave'],
  },
  firefox: {
    names: ['firefox', 'firefox-esr', 'firefox-beta', 'firefox-developer-edition', 'firefox-nightly'],
    files: ['/snap/bin/firefox', '/opt/firefox/firefox'],
  },
}

/** In /Applications, and in the folder of the same name at home. */
const MAC: Record<Browser, string[]> = {
  chromium: ['Chromium.app/Contents/MacOS/Chromium'],
  chrome: ['Google Chrome', 'Google Chrome Beta', 'Google Chrome Dev', 'Google Chrome Canary'].map(
    macProgram,
  ),
  edge: ['Microsoft Edge', 'Microsoft Edge Beta', 'Microsoft Edge Dev', 'Microsoft Edge Canary'].map(
    macProgram,
  ),
  brave: ['Brave Browser', 'Brave Browser Beta', 'Brave Browser Nightly'].map(macProgram),
  firefox: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map(
    (app) => `${app}.app/Contents/MacOS/firefox`,
  ),
}

function macProgram(app: string): string {
  return `${app}.app/Contents/MacOS/${app}`
}

/** In the folders for programs, of the machine and of the person. */
const WINDOWS: Record<Browser, string[]> = {
  chromium: ['Chromium\\Application\\chrome.exe'],
  chrome: ['Chrome', 'Chrome Beta', 'Chrome Dev', 'Chrome SxS'].map(
    (name) => `Google\\${name}\\Application\\chrome.exe`,
  ),
  edge: ['Edge', 'Edge Beta', 'Edge Dev', 'Edge SxS'].map(
    (name) => `Microsoft\\${name}\\Application\\msedge.exe`,
  ),
  brave: ['Brave-Browser', 'Brave-Browser-Beta', 'Brave-Browser-Nightly'].map(
    (name) => `BraveSoftware\\${name}\\Application\\brave.exe`,
  ),
  firefox: ['Mozilla Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map(
    (name) => `${name}\\firefox.exe`,
  ),
}

/**
 * Where a browser may be, the likeliest first. The places are those of chrome-launcher and of Mozilla's fx-runner, which know
 * Chrome and Firefox alone, and of Playwright for Edge and for the early versions.
 */
export function browserPaths(browser: Browser, { platform, env, home }: System): string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    )
    // Every version of a person's own before any other one: an early version is the exception.
    return WINDOWS[browser].flatMap((file) => folders.map((folder) => win32.join(folder, file)))
  }
  if (platform === 'darwin')
    return MAC[browser].flatMap((file) =>
      ['/Applications', posix.join(home, 'Applications')].map((folder) => posix.join(folder, file)),
    )
  const folders = (env.PATH ?? '').split(posix.delimiter).filter((folder) => posix.isAbsolute(folder))
  const { names, files } = LINUX[browser]
  return [...names.flatMap((name) => folders.map((folder) => posix.join(folder, name))), ...files]
}
