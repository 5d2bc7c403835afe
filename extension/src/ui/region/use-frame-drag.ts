import type { PixelBox } from '@find-on-1688/shared'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { Point, Size } from '../../model/box.ts'
import { subjectAt } from '../../region/detected-subjects.ts'
import { type DragHandle, dragHandleAt, inPicture, inView } from '../../region/drag-handle.ts'
import {
  centerRegion,
  fullRegion,
  isSameRegion,
  moveRegion,
  regionFromDrag,
  resizeRegion,
} from '../../region/region-box.ts'

interface Options {
  /** The element that shows the picture. */
  view: RefObject<HTMLElement | null>
  picture: Size
  box: PixelBox
  /** A click chooses one of these. */
  detected: PixelBox[]
  onBox(box: PixelBox): void
  /** The pointer is down. */
  onGrab(): void
}

interface Drag {
  pointerId: number
  handle: DragHandle | undefined
  from: Point
  /** The box before. */
  box: PixelBox
}

/** A pointer that moved less has clicked; in CSS pixels. */
const MAX_CLICK_DISTANCE = 4

/** Moves, resizes and draws a box with a mouse, a pen or a finger. A second finger changes nothing. */
export function useFrameDrag({ view, picture, box, detected, onBox, onGrab }: Options) {
  const drag = useRef<Drag | undefined>(undefined)
  const viewRect = () => (view.current as HTMLElement).getBoundingClientRect()
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = viewRect()
    return { x: clientX - left, y: clientY - top }
  }
  /** `undefined` draws a new box. All of the picture cannot be moved, so dragging inside that draws one too. */
  const handleAt = (point: Point): DragHandle | undefined => {
    const handle = dragHandleAt(point, inView(box, viewRect(), picture))
    return handle === 'move' && isSameRegion(box, fullRegion(picture)) ? undefined : handle
  }
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || drag.current) return
    event.preventDefault()
    onGrab()
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    const from = pointOf(event)
    drag.current = { pointerId: event.pointerId, handle: handleAt(from), from, box }
  }
  const onPointerMove = (event: PointerEvent) => {
    const point = pointOf(event)
    const { pointerId, handle, from, box: before } = drag.current ?? {}
    if (!from || !before) {
      ;(event.currentTarget as HTMLElement).style.cursor = CURSORS[handleAt(point) ?? 'draw']
      return
    }
    if (event.pointerId !== pointerId) return
    const [start, end] = [inPicture(from, viewRect(), picture), inPicture(point, viewRect(), picture)]
    const [dx, dy] = [end.x - start.x, end.y - start.y]
    const next =
      handle === undefined
        ? regionFromDrag(start, end, picture)
        : handle === 'move'
          ? moveRegion(before, dx, dy, picture)
          : resizeRegion(before, handle, dx, dy, picture)
    if (next) onBox(next)
  }
  const onPointerUp = (event: PointerEvent) => {
    const { pointerId, from } = drag.current ?? {}
    if (!from || event.pointerId !== pointerId) return
    drag.current = undefined
    const point = pointOf(event)
    if (Math.hypot(point.x - from.x, point.y - from.y) >= MAX_CLICK_DISTANCE) return
    // Without dragging, which not everybody can do: a click chooses what is there, or brings the frame there.
    const at = inPicture(point, viewRect(), picture)
    onBox(subjectAt(at, box, detected) ?? centerRegion(box, at, picture))
  }
  /** Ends a drag with the box as it was before; `false` if there is none. */
  const cancel = (): boolean => {
    if (!drag.current) return false
    onBox(drag.current.box)
    drag.current = undefined
    return true
  }
  return { cancel, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel } }
}

const CURSORS: Record<DragHandle | 'draw', string> = {
  draw: 'crosshair',
  move: 'move',
  n: 'ns-resize',
  s: 'ns-resize',
  e: 'ew-resize',
  w: 'ew-resize',
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
}
