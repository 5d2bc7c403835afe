import type { Box, VisibleBox } from '../model/box.ts'
import { type Clip, clipsOf } from './clips.ts'
import { contentBounds } from './painted-picture.ts'
import type { ElementPicture } from './pictures.ts'
import { boundsOfPicture } from './placement.ts'

/** A smaller screenshot is of no use. */
const MIN_SIDE = 8

/**
 * The visible part of an element's content, or of a picture in it, in the viewport of the tab. `undefined` if nothing of
 * it is visible, or if it is in a frame of another origin, whose position is unknown.
 */
export function visibleBoxOf(element: Element, picture?: ElementPicture): VisibleBox | undefined {
  let whole = picture ? boundsOfPicture(picture) : contentBounds(element)
  let seen: Box | undefined = cut(whole, boxesOf(clipsOf(element, Boolean(picture?.styled?.pseudo))))
  // The element may be in a frame of this document.
  let view: Window = element.ownerDocument.defaultView ?? window
  try {
    while (seen) {
      seen = cut(seen, [{ x: 0, y: 0, width: view.innerWidth, height: view.innerHeight }])
      if (!seen || view === view.parent) break
      const frame = view.frameElement
      if (!frame) return undefined
      const box = frame.getBoundingClientRect()
      const { paddingLeft, paddingTop } = getComputedStyle(frame)
      const left = frame.clientLeft + (Number.parseFloat(paddingLeft) || 0)
      const top = frame.clientTop + (Number.parseFloat(paddingTop) || 0)
      // A transformation of the frame scales what is in it.
      const { offsetWidth = box.width, offsetHeight = box.height } = frame as HTMLElement
      const [across, down] = [box.width / offsetWidth, box.height / offsetHeight]
      const inFrame = {
        x: box.left + (seen.x + left) * across,
        y: box.top + (seen.y + top) * down,
        width: seen.width * across,
        height: seen.height * down,
      }
      whole = { ...whole, width: whole.width * across, height: whole.height * down }
      seen = cut(inFrame, boxesOf(clipsOf(frame)))
      view = view.parent
    }
  } catch {
    return undefined
  }
  if (!seen || seen.width < MIN_SIDE || seen.height < MIN_SIDE) return undefined
  const partly = seen.width < whole.width - 1 || seen.height < whole.height - 1
  return { ...seen, partly, viewportWidth: view.innerWidth, viewportHeight: view.innerHeight }
}

function boxesOf(clips: Clip[]): Box[] {
  return clips.map(({ box }) => box)
}

function cut(box: Box, clips: Box[]): Box | undefined {
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height]
  for (const clip of clips) {
    left = Math.max(left, clip.x)
    top = Math.max(top, clip.y)
    right = Math.min(right, clip.x + clip.width)
    bottom = Math.min(bottom, clip.y + clip.height)
  }
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined
}
