import type { PixelBox } from '@find-on-1688/shared'
import type { Edge, Point, Size } from '../model/box.ts'

/** How far from an edge it can be dragged, on either side, in pixels of the view. */
export const REACH = 12

export type DragHandle = Edge | 'move'

/**
 * What a pointer drags: an edge or corner, the whole box, or nothing. All in pixels of the view. The middle half of a box
 * always moves it, however small it is.
 */
export function dragHandleAt(point: Point, box: PixelBox): DragHandle | undefined {
  const across = side(point.x - box.x, box.width)
  const down = side(point.y - box.y, box.height)
  if (across === undefined || down === undefined) return undefined
  const edge = `${{ [-1]: 'n', 0: '', 1: 's' }[down]}${{ [-1]: 'w', 0: '', 1: 'e' }[across]}`
  return edge === '' ? 'move' : (edge as Edge)
}

/** At the near end, between, or at the far end; `undefined` beyond both. */
function side(at: number, length: number): -1 | 0 | 1 | undefined {
  if (at < -REACH || at > length + REACH) return undefined
  const inside = Math.min(REACH, length / 4)
  if (at < inside) return -1
  return at > length - inside ? 1 : 0
}

/**
 * A point of the view in pixels of the picture. Both count from the left, also in right-to-left languages: a picture is not
 * mirrored.
 */
export function inPicture(point: Point, shown: Size, picture: Size): Point {
  return { x: (point.x * picture.width) / shown.width, y: (point.y * picture.height) / shown.height }
}

/** Where a box of the picture is in the view, in pixels of the view. */
export function inView({ x, y, width, height }: PixelBox, shown: Size, picture: Size): PixelBox {
  const [across, down] = [shown.width / picture.width, shown.height / picture.height]
  return { x: x * across, y: y * down, width: width * across, height: height * down }
}
