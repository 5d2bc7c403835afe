import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAccessibilityTree } from './chromium-accessibility.ts'
import { createDevTools, type DevTools, type Target } from './chromium-devtools.ts'
import { chooseExtensionItem } from './chromium-menu.ts'
import { screenSize } from './display.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { announceShown, chromiumId, SHOWN } from './extension.ts'
import { savePng } from './frame.ts'
import type { Point } from './input.ts'
import { asJson, boxOf, fromJson, panelCorner } from './script.ts'
import { focusWindow, startSession } from './session.ts'
import { connect } from './socket.ts'
import { createTab, createView, pressEscape, type Surface, type TabSurface } from './view.ts'
import { CEILING_MS, until } from './wait.ts'

/** Middle of the first pinned action, measured from the top right corner of the window; a panel adds a button of its own. */
const pinnedAction = { fromRight: 150, fromRightBesidePanel: 186, fromTop: 62 }

/** On a busy machine Chromium sometimes loads an extension without its service worker. It is started once more then. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  return launchOnce(options).catch((error) => {
    if (!(error instanceof NoServiceWorker)) throw error
    return launchOnce(options)
  })
}

class NoServiceWorker extends Error {}

async function launchOnce(options: LaunchOptions): Promise<Driver> {
  const session = await startSession(options)
  try {
    const { display, input, extension, profile } = session
    const id = chromiumId(extension.dir)
    await announceShown(extension)
    await mkdir(join(profile, 'Default'), { recursive: true })
    const preferences = join(profile, 'Default', 'Preferences')
    // A profile that is gone on with keeps its own.
    const isNew = !(await stat(preferences).catch(() => undefined))
    if (isNew)
      await writeFile(
        preferences,
        JSON.stringify({
          extensions: { pinned_extensions: [id] },
          // Stored as a power of 1.2; "x" is the name of the only partition.
          partition: { default_zoom_level: { x: Math.log((options.zoom ?? 100) / 100) / Math.log(1.2) } },
        }),
      )
    const address = await session.run(
      process.env.CHROMIUM ?? 'chromium',
      flags(profile, extension.dir, options),
      { fd: 2, pattern: /listening on (ws:\/\/\S+)/ },
    )
    const cdp = createDevTools(await connect(address))

    const tabSurface = (targetId: string): TabSurface => ({
      ...targetSurface(cdp, targetId),
      show: async () => void (await cdp.browser('Target.activateTarget', { targetId })),
      dismiss: async () => void (await cdp.browser('Target.closeTarget', { targetId })),
      goto: async (url) => {
        const { errorText } = await cdp.attached(targetId, (send) =>
          send<{ errorText?: string }>('Page.navigate', { url }),
        )
        if (errorText) throw new Error(`${url}: ${errorText}`)
        await until(`${url} to be complete`, () =>
          cdp.evaluate(targetId, `document.readyState === 'complete'`),
        )
      },
      chooseItem: (point) => chooseExtensionItem(point, display, input),
    })
    const open = async (url: string) => {
      const { targetId } = await cdp.browser<Target>('Target.createTarget', { url: 'about:blank' })
      const surface = tabSurface(targetId)
      await surface.goto(url)
      return createTab(surface, display, input)
    }

    const popupUrl = `chrome-extension://${id}/${extension.popup}`
    const panelUrl = `chrome-extension://${id}/${extension.panel}`
    const isAt = (page: string, { url, type }: Target) => type === 'page' && url.split(/[?#]/)[0] === page
    const find = async (page: string) => (await cdp.targets()).find((target) => isAt(page, target))
    const viewOf = async (surface: Surface, timeoutMs: number) => {
      const view = createView(surface, display, input)
      await view.waitFor(`document.readyState === 'complete'`, timeoutMs)
      return view
    }
    const hasPopup = async () => (await find(popupUrl)) !== undefined
    const popup = async (timeoutMs = CEILING_MS) => {
      const shown = async () => {
        const target = await find(popupUrl)
        return target?.url.startsWith(popupUrl + SHOWN) && target
      }
      const { targetId } = await until('the popup to open', shown, { timeoutMs })
      const surface = targetSurface(cdp, targetId)
      const dismiss = () => pressEscape(surface, input)
      return viewOf({ ...surface, show: async () => {}, dismiss }, timeoutMs)
    }
    const panel = async (timeoutMs = CEILING_MS) => {
      const { targetId } = await until('the panel to open', () => find(panelUrl), { timeoutMs })
      const dismiss = async () => void (await cdp.browser('Target.closeTarget', { targetId }))
      const surface = targetSurface(cdp, targetId)
      return viewOf({ ...surface, show: async () => {}, dismiss, corner: panelCorner }, timeoutMs)
    }

    const origin = `chrome-extension://${id}/`
    const isWorker = ({ type, url }: Target) => type === 'service_worker' && url.startsWith(origin)
    const worker = async () => (await cdp.targets()).find(isWorker)
    const pageBeside = async () => {
      const page = (await cdp.targets()).find((target) => target.type === 'page' && !isAt(popupUrl, target))
      if (!page) throw new Error('A tab has to be open to ask for the service worker from')
      return page.targetId
    }
    const startWorker = () =>
      until('the service worker to start', async () => {
        // One that is about to stop does not hear it.
        await cdp.attached(await pageBeside(), async (send) => {
          await send('ServiceWorker.enable')
          await send('ServiceWorker.startWorker', { scopeURL: origin })
        })
        return until('its start', worker, { timeoutMs: 3_000 })
      })
    const inWorker = async (script: string) => {
      const { targetId } = (await worker()) ?? (await startWorker())
      return cdp.evaluate(targetId, asJson(script))
    }

    const { targetId: firstPage } = await until('the first page', async () =>
      (await cdp.targets()).find(({ type }) => type === 'page'),
    )
    await cdp.workerActive(firstPage, origin).catch((error) => {
      throw new NoServiceWorker(String(error))
    })
    await focusWindow(input)

    return {
      name: 'chromium',
      open,
      popup,
      hasPopup,
      openPopup: async () => {
        if (await hasPopup()) throw new Error('The popup is open already')
        const { fromRight, fromRightBesidePanel, fromTop } = pinnedAction
        await until('the popup to open', async () => {
          // One that opens late must not be closed by another click.
          if (await hasPopup()) return true
          // Chromium closes a popup of a window that is without focus, as after a window over it was closed.
          await focusWindow(input)
          const right = (await find(panelUrl)) ? fromRightBesidePanel : fromRight
          await input.click({ x: screenSize.width - right, y: fromTop })
          return until('its click to open it', hasPopup, { timeoutMs: 5_000 })
        })
        return popup()
      },
      panel,
      extensionPage: (path) => open(`chrome-extension://${id}/${path}`),
      background: async <T>(script: string) => {
        const answer = inWorker(script).catch((error) => {
          // It stopped between being found and being asked.
          if (String(error).includes('The view is closed')) return inWorker(script)
          throw error
        })
        return fromJson<T>(await answer)
      },
      stopBackground: async () => {
        // A view that is open may start another at once.
        const running = await worker()
        const isGone = async () => (await worker())?.targetId !== running?.targetId
        await until('the service worker to stop', async () => {
          if (!running || (await isGone())) return true
          await cdp.browser('Target.closeTarget', { targetId: running.targetId }).catch(() => {})
          return until('its stop', isGone, { timeoutMs: 5_000 })
        })
      },
      screenshot: async (path) => savePng(await display.frame(), path),
      residentBytes: session.residentBytes,
      press: input.press,
      acceptQuestion: async () => {
        // A popup closes as the question appears. For the first half second the browser ignores answers.
        await until('the question', async () => !(await hasPopup()))
        await new Promise((resolve) => setTimeout(resolve, 1000))
        await input.press('Tab', 'Return')
        // A window manager gives the focus back to the window. Here nobody does on a busy machine, and no popup can open.
        const isBack = await until('a popup', hasPopup, { timeoutMs: 3000 }).catch(() => false)
        if (!isBack) await focusWindow(input)
      },
      drag: async (tab, from, to) => {
        const { x: left, y: top, scale } = await tab.evaluate<Point & { scale: number }>(boxOf())
        const onScreen = ({ x, y }: Point) => ({ x: left + x * scale, y: top + y * scale })
        await input.drag(onScreen(from), onScreen(to))
      },
      kill: async () => {
        cdp.close()
        await session.kill()
      },
      close: async () => {
        cdp.close()
        await session.close()
      },
    }
  } catch (error) {
    await session.close()
    throw error
  }
}

function targetSurface(
  cdp: DevTools,
  targetId: string,
): Pick<Surface, 'evaluate' | 'exists' | 'accessibilityTree'> {
  return {
    accessibilityTree: () => cdp.attached(targetId, readAccessibilityTree),
    evaluate: (script) => cdp.evaluate(targetId, script),
    exists: async () => (await cdp.targets()).some((target) => target.targetId === targetId),
  }
}

function flags(profile: string, extensionDir: string, options: LaunchOptions): string[] {
  const { colorScheme, language, forcedColors, reducedMotion, hosts = [] } = options
  return [
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    `--load-extension=${extensionDir}`,
    `--disable-extensions-except=${extensionDir}`,
    '--no-sandbox',
    // Debian's Chromium would emulate a GPU with the processor.
    '--disable-gpu',
    // Hides the bar that warns of --no-sandbox.
    '--test-type',
    '--window-position=0,0',
    `--window-size=${screenSize.width},${screenSize.height}`,
    '--force-device-scale-factor=1',
    ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...(forcedColors ? ['--force-high-contrast'] : []),
    ...(reducedMotion ? ['--force-prefers-reduced-motion'] : []),
    `--accept-lang=${language === 'zh' ? 'zh-CN,zh' : 'en-US,en'}`,
    `--lang=${language === 'zh' ? 'zh-CN' : 'en-US'}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-field-trial-config',
    '--disable-sync',
    '--disable-quic',
    '--disable-breakpad',
    '--disable-search-engine-choice-screen',
    '--disable-dev-shm-usage',
    '--disable-backgrounding-occluded-windows',
    '--disable-features=PreconnectToSearch,OptimizationHints,MediaRouter,Translate,AimEnabled,NetworkTimeServiceQuerying',
    '--enable-features=SkipListAccountsWithoutGaiaCookies',
    // Names outside this machine do not resolve, so that a test cannot reach the network by accident.
    `--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1, `).join('')}MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    '--password-store=basic',
    '--use-mock-keychain',
    'about:blank',
  ]
}
