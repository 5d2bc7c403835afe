import { describe, expect, test } from 'vitest'
import { chooseBrowser } from './choose-browser.ts'

const choose = (
  programs: string[],
  wanted?: string,
  env: Record<string, string> = { DISPLAY: ':0' },
  platform: NodeJS.Platform = 'linux',
) =>
  chooseBrowser({
    wanted,
    platform,
    env: { PATH: '/usr/bin', ...env },
    home: '/home/li',
    isProgram: (path) => programs.includes(path),
  })

describe('without --browser', () => {
  test('the first in the order is chosen', () => {
    const all = ['/usr/bin/firefox', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge']
    expect(choose(all)).toEqual({ name: 'Chrome', path: '/usr/bin/google-chrome', engine: 'chromium' })
    expect(choose([...all, '/usr/bin/chromium'])).toMatchObject({ name: 'Chromium' })
    expect(choose(['/usr/bin/firefox'])).toMatchObject({ name: 'Firefox', engine: 'firefox' })
  })

  test('none at all is told with what to install or pass', () => {
    expect(choose([])).toBe(
      'No browser is opened, because Chromium, Chrome, Edge, Brave or Firefox was not found in the usual places: ' +
        'install it, or pass its path with --browser.',
    )
  })
})

describe('with --browser', () => {
  test('that one is chosen, and no other in its place', () => {
    const all = ['/usr/bin/chromium', '/usr/bin/firefox-esr']
    expect(choose(all, 'firefox')).toMatchObject({ path: '/usr/bin/firefox-esr', engine: 'firefox' })
    expect(choose(all, 'edge')).toMatch(/because Edge was not found/)
  })

  test.each([
    ['/home/li/firefox-nightly/firefox', 'firefox'],
    ['/opt/librewolf/librewolf', 'firefox'],
    ['/home/li/firefox-tests/chrome', 'chromium'],
    ['/opt/vivaldi/vivaldi', 'chromium'],
  ])('a path is taken: %s as %s', (path, engine) => {
    expect(choose([path], path)).toEqual({ name: path, path, engine })
  })

  test('what is neither a name nor a program is told with what may be passed', () => {
    expect(choose([], 'safari')).toMatch(
      /because safari is no program: --browser takes chromium, chrome, .* or firefox, or/,
    )
  })
})

describe('without a display', () => {
  test('nothing is opened on Linux, and it is told how to have one', () => {
    expect(choose(['/usr/bin/chromium'], undefined, {})).toMatch(/there is no display: xvfb-run/)
    expect(choose(['/usr/bin/chromium'], undefined, { WAYLAND_DISPLAY: 'wayland-0' })).toMatchObject({
      name: 'Chromium',
    })
  })

  test('macOS has one all the same', () => {
    const path = '/Applications/Firefox.app/Contents/MacOS/firefox'
    expect(choose([path], undefined, {}, 'darwin')).toMatchObject({ path })
  })
})
