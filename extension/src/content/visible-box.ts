import type { Box, VisibleBox } from '../model/box.ts'

/** A smaller screenshot is of no use. */
const MIN_SIDE = 8

/**
 * The visible part of an element's content, in the viewport of the tab. `undefined` if nothing of it is visible, or if it
 * is in a frame of another origin, whose position is unknown.
 */
export function visibleBoxOf(element: Element): VisibleBox | undefined {
  let whole = contentBox(element)
  let seen: Box | undefined = cut(whole, clipsOf(element))
  // The element may be in a frame of this document.
  let view: Window = element.ownerDocument.defaultView ?? window
  try {
    while (seen) {
      seen = cut(seen, [{ x: 0, y: 0, width: view.innerWidth, height: view.innerHeight }])
      if (!seen || view === view.parent) break
      const frame = view.frameElement
      if (!frame) return undefined
      const box = frame.getBoundingClientRect()
      // A transformation of the frame scales what is in it.
      const { offsetWidth = box.width, offsetHeight = box.height } = frame as HTMLElement
      const [across, down] = [box.width / offsetWidth, box.height / offsetHeight]
      const inFrame = {
        x: box.left + (seen.x + frame.clientLeft) * across,
        y: box.top + (seen.y + frame.clientTop) * down,
        width: seen.width * across,
        height: seen.height * down,
      }
      whole = { ...whole, width: whole.width * across, height: whole.height * down }
      seen = cut(inFrame, clipsOf(frame))
      view = view.parent
    }
  } catch {
    return undefined
  }
  if (!seen || seen.width < MIN_SIDE || seen.height < MIN_SIDE) return undefined
  const partly = seen.width < whole.width - 1 || seen.height < whole.height - 1
  return { ...seen, partly, viewportWidth: view.innerWidth, viewportHeight: view.innerHeight }
}

/** Without border and padding, and without the bars that `object-fit` leaves beside the picture. */
function contentBox(element: Element): Box {
  const box = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const px = (side: string) =>
    (Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0) +
    (Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0)
  const isReplaced = element.matches('img, video, canvas, input, object, embed, iframe')
  const inset = isReplaced
    ? { left: px('left'), top: px('top'), right: px('right'), bottom: px('bottom') }
    : undefined
  const content = {
    x: box.left + (inset?.left ?? 0),
    y: box.top + (inset?.top ?? 0),
    width: box.width - (inset ? inset.left + inset.right : 0),
    height: box.height - (inset ? inset.top + inset.bottom : 0),
  }
  return fitted(element, content, style) ?? content
}

function fitted(element: Element, box: Box, style: CSSStyleDeclaration): Box | undefined {
  const own = naturalSize(element)
  if (!own?.width || !own.height || !/contain|scale-down|none/.test(style.objectFit)) return undefined
  const contained = Math.min(box.width / own.width, box.height / own.height)
  const scale =
    style.objectFit === 'contain' ? contained : style.objectFit === 'none' ? 1 : Math.min(1, contained)
  const [width, height] = [own.width * scale, own.height * scale]
  const [across, down] = style.objectPosition.split(' ')
  const inner = {
    x: box.x + offset(across, box.width - width),
    y: box.y + offset(down, box.height - height),
    width,
    height,
  }
  return cut(inner, [box])
}

function offset(position: string | undefined, free: number): number {
  const number = Number.parseFloat(position ?? '50%')
  return position?.endsWith('px') ? number : (free * number) / 100
}

function naturalSize(element: Element): { width: number; height: number } | undefined {
  if (element instanceof HTMLImageElement)
    return { width: element.naturalWidth, height: element.naturalHeight }
  if (element instanceof HTMLVideoElement) return { width: element.videoWidth, height: element.videoHeight }
  if (element instanceof HTMLCanvasElement) return element
  return undefined
}

/** What ancestors clip: a carousel has its other pictures beside the visible one. */
function clipsOf(element: Element): Box[] {
  const clips: Box[] = []
  for (let parent = parentOf(element); parent; parent = parentOf(parent)) {
    const { documentElement, body } = parent.ownerDocument
    if (parent === documentElement || parent === body) break
    if (getComputedStyle(parent).overflow.includes('visible')) continue
    const box = parent.getBoundingClientRect()
    clips.push({
      x: box.left + parent.clientLeft,
      y: box.top + parent.clientTop,
      width: parent.clientWidth || box.width,
      height: parent.clientHeight || box.height,
    })
  }
  return clips
}

/** Also out of a slot or a shadow root. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode()
  return element.assignedSlot ?? element.parentElement ?? ('host' in root ? (root.host as Element) : null)
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
