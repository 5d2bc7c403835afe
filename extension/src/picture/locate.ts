/** Where a picture stands in its tab's viewport, in CSS pixels. */
export interface Place {
  /** The part in sight. */
  x: number
  y: number
  width: number
  height: number
  partly: boolean
  viewportWidth: number
}

/**
 * Runs in the page, so it uses nothing from outside itself: finds the picture with this address that shows most.
 * Returns `null` where none is in sight, or where it stands in a frame of another origin, whose place cannot be told.
 */
export function locatePicture(address: string): Place | null {
  let [left, top] = [0, 0]
  let view: Window = window
  try {
    while (view !== view.parent) {
      const frame = view.frameElement
      if (!frame) return null
      const box = frame.getBoundingClientRect()
      left += box.left + frame.clientLeft
      top += box.top + frame.clientTop
      view = view.parent
    }
  } catch {
    return null
  }
  const pictures = document.querySelectorAll<HTMLImageElement>('img, input[type=image]')
  const shown = [...pictures].filter((picture) => (picture.currentSrc || picture.src) === address)
  const places = shown.map((picture): Place => {
    const box = picture.getBoundingClientRect()
    const style = getComputedStyle(picture)
    const px = (side: string) =>
      Number.parseFloat(style.getPropertyValue(`padding-${side}`)) +
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`))
    const x = left + box.left + px('left')
    const y = top + box.top + px('top')
    const right = left + box.right - px('right')
    const bottom = top + box.bottom - px('bottom')
    const seen = {
      x: Math.max(0, x),
      y: Math.max(0, y),
      right: Math.min(view.innerWidth, right),
      bottom: Math.min(view.innerHeight, bottom),
    }
    const [width, height] = [seen.right - seen.x, seen.bottom - seen.y]
    const partly = width < right - x - 1 || height < bottom - y - 1
    return { x: seen.x, y: seen.y, width, height, partly, viewportWidth: view.innerWidth }
  })
  const inSight = places.filter(({ width, height }) => width >= 8 && height >= 8)
  return inSight.sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? null
}
