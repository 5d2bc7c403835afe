import { type Browser, browser } from 'wxt/browser'
import { texts } from '../text/index.ts'
import { openPopup } from './open-popup.ts'

const ID = 'find-on-1688'
/**
 * Everywhere a picture may be: many are none to the browser, such as those of a style or under another element. In
 * Chrome nothing less than "all" shows the item on a canvas.
 */
const contexts = () =>
  browser.contextMenus ? (['all'] as const) : (['image', 'video', 'link', 'page', 'frame'] as const)

/** What the browser tells of a click on the item. */
export interface Click {
  frameId: number
  /** Of the picture under the pointer, where the browser sees one. */
  address?: string
  /** Of the film under the pointer. */
  film?: string
  link?: string
  frameUrl?: string
  targetElementId?: number
}

/** Firefox has the same under another name, and with more knowledge of the click. */
const menus = () =>
  browser.contextMenus ?? (browser as unknown as { menus: typeof browser.contextMenus }).menus

/** One item everywhere. The popup is opened first: an older browser allows it in the click itself only. */
export function offerMenuItem(onClick: (click: Click, tab: Browser.tabs.Tab) => void): void {
  browser.runtime.onInstalled.addListener(() => {
    menus().removeAll(() => {
      menus().create({ id: ID, title: texts().menuItem, contexts: [...contexts()] })
    })
  })
  menus().onClicked.addListener((info, tab) => {
    if (info.menuItemId !== ID || !tab) return
    openPopup()
    onClick(clickOf(info), tab)
  })
}

function clickOf(info: Browser.contextMenus.OnClickData & { targetElementId?: number }): Click {
  const { srcUrl, mediaType, linkUrl, frameId = 0, frameUrl, targetElementId } = info
  return {
    frameId,
    ...(srcUrl && (mediaType === 'video' ? { film: srcUrl } : { address: srcUrl })),
    ...(linkUrl && { link: linkUrl }),
    ...(frameId > 0 && frameUrl && { frameUrl }),
    ...(targetElementId !== undefined && { targetElementId }),
  }
}
