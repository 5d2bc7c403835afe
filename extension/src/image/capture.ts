import { browser } from 'wxt/browser'
import type { Box, Size, VisibleBox } from '../model/box.ts'
import { withPageFocused } from './focus-page.ts'

export interface Capture {
  picture: Blob
  /** In the screenshot's pixels, which are finer than CSS pixels on a dense screen or when zoomed in. */
  cropFor: (size: Size) => Box
  partly: boolean
}

const ATTEMPTS = 3
/** Chrome captures at most twice a second, and a panel that opens moves the page for about as long. */
const APART_MS = 500

/**
 * A screenshot of a picture. Its box is read before and after: if the page was scrolled or resized meanwhile, it is
 * captured again. `undefined` if the picture is not visible, or the tab is not in front.
 *
 * @param show is called once the page is in front, and `hide` afterwards
 */
export function capture(
  tab: { tabId: number; windowId: number },
  currentBox: () => Promise<VisibleBox | undefined>,
  { show, hide }: { show?: () => Promise<unknown>; hide?: () => Promise<unknown> } = {},
): Promise<Capture | undefined> {
  return withPageFocused(tab.tabId, async () => {
    await show?.()
    return captureInFront(tab, currentBox).finally(hide)
  })
}

async function captureInFront(
  { tabId, windowId }: { tabId: number; windowId: number },
  currentBox: () => Promise<VisibleBox | undefined>,
): Promise<Capture | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, APART_MS))
    const box = await currentBox()
    if (!box || !(await isActive(tabId))) return undefined
    const shot = await browser.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(ifTooSoon)
    if (!shot) continue
    if (JSON.stringify(await currentBox()) !== JSON.stringify(box)) continue
    const picture = await (await fetch(shot)).blob()
    return { picture, cropFor: (size) => cropOf(box, size), partly: box.partly }
  }
  return undefined
}

/** Refused because of the captures before it, and not for good. */
function ifTooSoon(error: unknown): undefined {
  if (!String(error).includes('PER_SECOND')) throw error
}

async function isActive(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId)).active
}

/** Rounded inwards, so that nothing from beside the picture is included. */
export function cropOf(box: VisibleBox, capture: Size): Box {
  const scale = capture.width / box.viewportWidth
  const [x, y] = [Math.ceil(box.x * scale - 0.01), Math.ceil(box.y * scale - 0.01)]
  return {
    x,
    y,
    width: Math.max(1, Math.min(capture.width, Math.floor((box.x + box.width) * scale + 0.01)) - x),
    height: Math.max(1, Math.min(capture.height, Math.floor((box.y + box.height) * scale + 0.01)) - y),
  }
}
