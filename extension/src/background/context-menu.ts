import { type Browser, browser } from 'wxt/browser'
import { backgroundTexts } from '../i18n/background.ts'
import { loadLanguage, watchLanguage } from '../i18n/index.ts'
import type { Click } from '../model/page-script.ts'
import { SURFACES, type Surface } from '../model/preferences.ts'
import { openInItem } from '../model/stored-items.ts'

const ID = 'find-on-1688'
/**
 * Everywhere, because the browser does not see many pictures: those of a style, or under another element. In Chrome only
 * "all" shows the item on a canvas.
 */
const contexts = () =>
  browser.contextMenus ? (['all'] as const) : (['image', 'video', 'link', 'page', 'frame'] as const)
/** Firefox has the same under another name, and reports more about a click. */
const menus = () =>
  browser.contextMenus ?? (browser as unknown as { menus: typeof browser.contextMenus }).menus

/**
 * One item everywhere. Its id says where results open, because that must be known in the click itself: nothing may be
 * awaited before a panel is opened.
 */
export function addContextMenu(
  onClick: (click: Click, tab: Browser.tabs.Tab, surface: Surface) => void,
): void {
  let updating = Promise.resolve()
  const update = () => {
    updating = updating
      .then(async () => {
        await loadLanguage()
        await putItem(await openInItem.getValue())
      })
      .catch(() => {})
  }
  browser.runtime.onInstalled.addListener(update)
  browser.runtime.onStartup.addListener(update)
  openInItem.watch(update)
  // Also where the background starts for something else: titles are translated into this language.
  loadLanguage()
  watchLanguage(update)
  menus().onClicked.addListener((info, tab) => {
    const surface = surfaceOfMenuItem(info.menuItemId)
    if (surface && tab) onClick(clickOf(info), tab, surface)
  })
}

export function menuItemId(surface: Surface): string {
  return surface === 'popup' ? ID : `${ID}:${surface}`
}

export function surfaceOfMenuItem(id: string | number): Surface | undefined {
  return SURFACES.find((surface) => menuItemId(surface) === id)
}

async function putItem(surface: Surface): Promise<void> {
  await menus().removeAll()
  await new Promise<void>((resolve) => {
    menus().create(
      { id: menuItemId(surface), title: backgroundTexts().menuItem, contexts: [...contexts()] },
      resolve,
    )
  })
}

function clickOf(info: Browser.contextMenus.OnClickData & { targetElementId?: number }): Click {
  const { srcUrl, mediaType, linkUrl, frameId = 0, frameUrl, targetElementId } = info
  return {
    frameId,
    ...(srcUrl && (mediaType === 'video' ? { video: srcUrl } : { address: srcUrl })),
    ...(linkUrl && { link: linkUrl }),
    ...(frameId > 0 && frameUrl && { frameUrl }),
    ...(targetElementId !== undefined && { targetElementId }),
  }
}
