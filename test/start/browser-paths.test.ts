import { expect, test } from 'vitest'
import { BROWSERS, type Browser, browserPaths, type System } from './browser-paths.ts'

const LINUX: System = { platform: 'linux', env: { PATH: '/usr/bin:bin::/opt/bin' }, home: '/home/li' }
const MAC: System = { platform: 'darwin', env: {}, home: '/Users/li' }
const WINDOWS: System = {
  platform: 'win32',
  env: {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\li\\AppData\\Local',
  },
  home: 'C:\\Users\\li',
}

test.each<[Browser, System, string]>([
  ['chromium', LINUX, '/usr/bin/chromium'],
  ['chrome', LINUX, '/usr/bin/google-chrome-stable'],
  ['edge', LINUX, '/opt/bin/microsoft-edge'],
  ['edge', LINUX, '/opt/microsoft/msedge/msedge'],
  ['firefox', LINUX, '/usr/bin/firefox-esr'],
  ['firefox', LINUX, '/snap/bin/firefox'],
  ['chromium', MAC, '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['chrome', MAC, '/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['edge', MAC, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['firefox', MAC, '/Applications/Firefox.app/Contents/MacOS/firefox'],
  ['chrome', WINDOWS, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ['chrome', WINDOWS, 'C:\\Users\\li\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
  ['edge', WINDOWS, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  ['firefox', WINDOWS, 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
])('%s may be at its usual place', (browser, system, path) => {
  expect(browserPaths(browser, system)).toContain(path)
})

test('a stable version comes before early ones, wherever each is', () => {
  for (const system of [LINUX, MAC, WINDOWS]) {
    const early = browserPaths('chrome', system).map((path) => /beta|dev|unstable|canary|sxs/i.test(path))
    if (system !== LINUX) expect(early).toEqual(early.toSorted())
    expect(early[0]).toBe(false)
  }
})

test('a relative folder of the PATH is not looked into, since it may be anyone’s', () => {
  for (const browser of BROWSERS) for (const path of browserPaths(browser, LINUX)) expect(path).toMatch(/^\//)
})

test('a folder that Windows does not name is left out', () => {
  expect(browserPaths('edge', { ...WINDOWS, env: {} })).toEqual([])
})
