import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { screenSize } from './display.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { type Chrome, createChrome } from './firefox-chrome.ts'
import { preferences } from './firefox-preferences.ts'
import { savePng } from './frame.ts'
import type { Point } from './input.ts'
import { connectMarionette } from './marionette.ts'
import { asJson, boxOf, fromJson } from './script.ts'
import { focusWindow, startSession } from './session.ts'
import { createTab, createView, pressEscape, type Surface, type TabSurface } from './view.ts'
import { CEILING_MS, until } from './wait.ts'

const panelOfButton = `document.querySelector('browser.webextension-popup-browser')`
/** The sidebar has a document of its own, which shows the extension's in another <browser>. */
const panelBrowser = `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')`
/** About a permission: a notification of the browser's own. */
const question = `document.querySelector('#addon-webext-permissions-notification')`
const screenMiddle = `(element => {
  const { x, y, width, height } = element.getBoundingClientRect()
  return width && height && { x: mozInnerScreenX + x + width / 2, y: mozInnerScreenY + y + height / 2 }
})`

const zoomAll = (percent: number) => `new Promise(resolve =>
  Cc['@mozilla.org/content-pref/service;1'].getService(Ci.nsIContentPrefService2)
    .setGlobal('browser.content.full-zoom', ${percent / 100}, null, { handleCompletion: () => resolve(true) }))`

export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const session = await startSession(options)
  try {
    const { display, input, extension, profile } = session
    await mkdir(profile, { recursive: true })
    await writeFile(join(profile, 'user.js'), preferences(options))
    const port = await session.run(
      process.env.FIREFOX ?? 'firefox-esr',
      [
        '--marionette',
        // Without it no protocol reaches menus, popups and the background.
        '--remote-allow-system-access',
        '--no-remote',
        '--profile',
        profile,
        '--width',
        String(screenSize.width),
        '--height',
        String(screenSize.height),
        'about:blank',
      ],
      { fd: 1, pattern: /Marionette\s+INFO\s+Listening on port (\d+)/ },
    )
    const marionette = await connectMarionette(Number(port))
    await marionette.send('WebDriver:NewSession', {
      capabilities: { alwaysMatch: { timeouts: { script: null }, unhandledPromptBehavior: 'ignore' } },
    })
    await marionette.send('Marionette:SetContext', { value: 'chrome' })
    const chrome = createChrome(marionette)
    await marionette.send('Addon:Install', { path: extension.dir, temporary: true })
    const policy = `WebExtensionPolicy.getByID(${JSON.stringify(extension.geckoId)})`
    const base = await chrome.evaluate<string>(`${policy}.getURL('')`)
    const widget = extension.geckoId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')
    await chrome.evaluate(
      `CustomizableUI.addWidgetToArea('${widget}-browser-action', CustomizableUI.AREA_NAVBAR)`,
    )
    if (options.zoom) await chrome.evaluate(zoomAll(options.zoom))
    await focusWindow(input)

    const chooseItem = async (point: Point) => {
      const menu = `document.getElementById('contentAreaContextMenu')`
      await input.click(point, 'right')
      await until('the context menu', () => chrome.evaluate(`${menu}.state === 'open'`))
      const item = await until("the extension's item in the context menu", () =>
        chrome.evaluate<Point>(
          `${screenMiddle}(${menu}.querySelector('[id^="${widget}-menuitem-"]:not([hidden])'))`,
        ),
      )
      await input.click(item)
      await until('the context menu to close', () => chrome.evaluate(`${menu}.state === 'closed'`))
    }

    const tabSurface = (panel: string): TabSurface => {
      const tab = `gBrowser.tabs.find(tab => tab.linkedPanel === '${panel}')`
      const surface = browserSurface(chrome, `${tab}?.linkedBrowser`)
      return {
        ...surface,
        show: async () => void (await chrome.evaluate(`(gBrowser.selectedTab = ${tab}, true)`)),
        dismiss: async () => void (await chrome.evaluate(`(gBrowser.removeTab(${tab}), true)`)),
        goto: async (url) => {
          // The window's id tells the new document from the old one.
          const before = await chrome.evaluate<number>(`(() => {
            const browser = ${tab}.linkedBrowser
            const before = browser.innerWindowID
            browser.fixupAndLoadURIString(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() })
            return before
          })()`)
          const uri = await until(`${url} to be complete`, () =>
            chrome.evaluate<string>(`(browser => browser.innerWindowID !== ${before} && !browser.webProgress.isLoadingDocument &&
                browser.documentURI.spec)(${tab}.linkedBrowser)`),
          )
          if (uri.startsWith('about:neterror')) throw new Error(`${url}: ${uri}`)
          await until(`${url} to be ready`, async () =>
            fromJson<boolean>(await surface.evaluate(asJson(`document.readyState === 'complete'`))),
          )
        },
        chooseItem,
      }
    }
    const open = async (url: string) => {
      const panel = await chrome.evaluate<string>(
        `(gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank', { skipAnimation: true })).linkedPanel`,
      )
      const surface = tabSurface(panel)
      await surface.goto(url)
      return createTab(surface, display, input)
    }

    const viewOf = async (surface: Surface, timeoutMs: number) => {
      const view = createView(surface, display, input)
      await view.waitFor(`document.readyState === 'complete'`, timeoutMs)
      return view
    }
    const popupUrl = JSON.stringify(base + extension.popup)
    /** Where Firefox opens no popup without a click, before 149, the extension opens a window with it. */
    const smallWindow = `[...Services.wm.getEnumerator('navigator:browser')].find(each => each !== window &&
      each.gBrowser?.selectedBrowser?.currentURI.spec.startsWith(${popupUrl}))`
    const popupBrowser = `(${panelOfButton} ?? (${smallWindow})?.gBrowser.selectedBrowser)`
    const hasPopup = () => chrome.evaluate<boolean>(`!!${popupBrowser}`)
    const popup = async (timeoutMs = CEILING_MS) => {
      const surface = browserSurface(chrome, popupBrowser)
      const isOpen = `(browser => browser && (browser.closest('panel')?.state ?? 'open') === 'open' && browser.currentURI.spec.startsWith(${popupUrl}))(${popupBrowser})`
      await until('the popup to open', () => chrome.evaluate(isOpen), { timeoutMs })
      const dismiss = async () => {
        if (await chrome.evaluate<boolean>(`!!${panelOfButton}`)) return pressEscape(surface, input)
        await chrome.evaluate(`((${smallWindow})?.close(), true)`)
        await focusWindow(input)
      }
      return viewOf({ ...surface, show: async () => {}, dismiss }, timeoutMs)
    }
    const panel = async (timeoutMs = CEILING_MS) => {
      const surface = browserSurface(chrome, panelBrowser)
      const isOpen = `${panelBrowser}?.currentURI.spec.startsWith(${JSON.stringify(base + extension.panel)})`
      await until('the panel to open', () => chrome.evaluate(isOpen), { timeoutMs })
      const dismiss = async () => void (await chrome.evaluate('(SidebarController.hide(), true)'))
      return viewOf({ ...surface, show: async () => {}, dismiss }, timeoutMs)
    }

    const background = `${policy}.extension`
    return {
      name: 'firefox',
      open,
      popup,
      hasPopup,
      openPopup: async () => {
        if (await hasPopup()) throw new Error('The popup is open already')
        await input.click(
          await until('the button in the toolbar', () =>
            chrome.evaluate<Point>(`${screenMiddle}(document.getElementById('${widget}-BAP'))`),
          ),
        )
        return popup()
      },
      panel,
      extensionPage: (path) => open(base + path),
      background: async <T>(script: string) => {
        await chrome.evaluate(`${background}.wakeupBackground().then(() => true)`)
        return fromJson<T>(await chrome.inside(`${background}.backgroundContext?.xulBrowser`, asJson(script)))
      },
      stopBackground: async () => {
        await chrome.evaluate(`${background}.terminateBackground().then(() => true)`)
        await until('the background to stop', () =>
          chrome.evaluate(`${background}.backgroundState === 'stopped'`),
        )
      },
      screenshot: async (path) => savePng(await display.frame(), path),
      residentBytes: session.residentBytes,
      press: input.press,
      acceptQuestion: async () => {
        await until('the question', () => chrome.evaluate<boolean>(`!!${question}`))
        // For a moment the browser ignores answers.
        await new Promise((resolve) => setTimeout(resolve, 1000))
        await chrome.evaluate(`(${question}.button.click(), true)`)
      },
      drag: async (tab, from, to) => {
        const { x: left, y: top, scale } = await tab.evaluate<Point & { scale: number }>(boxOf())
        const onScreen = ({ x, y }: Point) => ({ x: left + x * scale, y: top + y * scale })
        await input.drag(onScreen(from), onScreen(to))
      },
      kill: async () => {
        marionette.close()
        await session.kill()
      },
      close: async () => {
        marionette.close()
        await session.close()
      },
    }
  } catch (error) {
    await session.close()
    throw error
  }
}

function browserSurface(chrome: Chrome, browser: string): Pick<Surface, 'evaluate' | 'exists'> {
  return {
    evaluate: (script) => chrome.inside(browser, script),
    exists: () => chrome.evaluate<boolean>(`!!(${browser})`),
  }
}
