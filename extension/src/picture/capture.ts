import { browser } from 'wxt/browser'
import type { Source } from '../search/state.ts'
import { locatePicture, type Place } from './locate.ts'

export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

export interface Capture {
  picture: Blob
  /** In the capture's own pixels, which are finer than the page's on a dense screen or when zoomed in. */
  crop: (width: number) => Crop
  partly: boolean
}

/** What the visible tab shows of the picture, or `undefined` where it is out of sight or the page cannot be asked. */
export async function capturePicture({
  address,
  tabId,
  windowId,
  frameId,
}: Source): Promise<Capture | undefined> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: locatePicture,
      args: [address],
    })
    const place = result?.result as Place | null | undefined
    if (!place) return undefined
    const shot = await browser.tabs.captureVisibleTab(windowId, { format: 'png' })
    const picture = await (await fetch(shot)).blob()
    return { picture, crop: (width) => cropOf(place, width), partly: place.partly }
  } catch {
    return undefined
  }
}

/** Rounded inwards, so that nothing from beside the picture comes along. */
export function cropOf(place: Place, captureWidth: number): Crop {
  const scale = captureWidth / place.viewportWidth
  const [x, y] = [Math.ceil(place.x * scale - 0.01), Math.ceil(place.y * scale - 0.01)]
  return {
    x,
    y,
    width: Math.max(1, Math.floor((place.x + place.width) * scale + 0.01) - x),
    height: Math.max(1, Math.floor((place.y + place.height) * scale + 0.01) - y),
  }
}
