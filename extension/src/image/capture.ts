import { browser } from 'wxt/browser'
import type { Size, VisibleBox } from '../model/box.ts'
import { withPageFocused } from './focus-page.ts'
import type { Crop } from './resize.ts'

export interface Capture {
  picture: Blob
  /** In the capture's own pixels, which are finer than the page's on a dense screen or when zoomed in. */
  cropFor: (size: Size) => Crop
  partly: boolean
}

const ATTEMPTS = 3
/** Chrome captures twice a second and no faster, and a panel that opens moves the page for about as long. */
const APART_MS = 500

/**
 * What the tab shows of a picture. Its place is asked before and after: a page that was scrolled or resized meanwhile is
 * captured again. `undefined` where the picture is out of sight, or the tab is not the one that is shown.
 */
export function capture(
  tab: { tabId: number; windowId: number },
  placeNow: () => Promise<VisibleBox | undefined>,
): Promise<Capture | undefined> {
  return withPageFocused(tab.tabId, () => captureInFront(tab, placeNow))
}

async function captureInFront(
  { tabId, windowId }: { tabId: number; windowId: number },
  placeNow: () => Promise<VisibleBox | undefined>,
): Promise<Capture | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, APART_MS))
    const place = await placeNow()
    if (!place || !(await isActive(tabId))) return undefined
    const shot = await browser.tabs.captureVisibleTab(windowId, { format: 'png' })
    if (JSON.stringify(await placeNow()) !== JSON.stringify(place)) continue
    const picture = await (await fetch(shot)).blob()
    return { picture, cropFor: (size) => cropOf(place, size), partly: place.partly }
  }
  return undefined
}

async function isActive(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId)).active
}

/** Rounded inwards, so that nothing from beside the picture comes along. */
export function cropOf(place: VisibleBox, capture: Size): Crop {
  const scale = capture.width / place.viewportWidth
  const [x, y] = [Math.ceil(place.x * scale - 0.01), Math.ceil(place.y * scale - 0.01)]
  return {
    x,
    y,
    width: Math.max(1, Math.min(capture.width, Math.floor((place.x + place.width) * scale + 0.01)) - x),
    height: Math.max(1, Math.min(capture.height, Math.floor((place.y + place.height) * scale + 0.01)) - y),
  }
}
