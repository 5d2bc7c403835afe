import type { PixelBox } from '@find-on-1688/shared'
import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Point } from '../../model/box.ts'
import type { SentPicture } from '../../model/picture.ts'
import { subjectAt } from '../../region/detected-subjects.ts'
import { type DragHandle, dragHandleAt, inPicture, inView } from '../../region/drag-handle.ts'
import { resizeByKey } from '../../region/keyboard-resize.ts'
import { isSameRegion, moveRegion, regionFromDrag, resizeRegion, shareOf } from '../../region/region-box.ts'

interface Props {
  picture: SentPicture
  box: PixelBox
  /** Where 1688 detected subjects. */
  detected: PixelBox[]
  onBox(box: PixelBox): void
  onEnter(): void
}

/** A pointer that moved less has clicked; in CSS pixels. */
const MAX_CLICK_DISTANCE = 4

/** The picture with a frame that can be moved, resized and redrawn by pointer or keys. */
export function RegionFrame({ picture, box, detected, onBox, onEnter }: Props) {
  const t = texts()
  const pictureElement = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const drag = useRef<{ handle: DragHandle | undefined; from: Point; box: PixelBox } | undefined>(undefined)
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])

  const viewRect = () => (pictureElement.current as HTMLElement).getBoundingClientRect()
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = viewRect()
    return { x: clientX - left, y: clientY - top }
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    frame.current?.focus({ preventScroll: true })
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    const from = pointOf(event)
    drag.current = { handle: dragHandleAt(from, inView(box, viewRect(), picture)), from, box }
  }
  const onMove = (event: PointerEvent) => {
    const point = pointOf(event)
    const { handle, from, box: boxBefore } = drag.current ?? {}
    if (!from || !boxBefore) {
      const cursor = CURSORS[dragHandleAt(point, inView(box, viewRect(), picture)) ?? 'draw']
      ;(event.currentTarget as HTMLElement).style.cursor = cursor
      return
    }
    const [start, end] = [inPicture(from, viewRect(), picture), inPicture(point, viewRect(), picture)]
    const [dx, dy] = [end.x - start.x, end.y - start.y]
    const next =
      handle === undefined
        ? regionFromDrag(start, end, picture)
        : handle === 'move'
          ? moveRegion(boxBefore, dx, dy, picture)
          : resizeRegion(boxBefore, handle, dx, dy, picture)
    if (next) onBox(next)
  }
  const onUp = (event: PointerEvent) => {
    const from = drag.current?.from
    drag.current = undefined
    const point = pointOf(event)
    if (!from || Math.hypot(point.x - from.x, point.y - from.y) >= MAX_CLICK_DISTANCE) return
    const chosen = subjectAt(inPicture(point, viewRect(), picture), box, detected)
    if (chosen) onBox(chosen)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const next = resizeByKey(box, event, picture)
    if (next) onBox(next)
    else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }
  const { x, y, width, height } = box
  const regionText = t.regionPosition(width, height, x, y)
  return (
    <>
      <div
        class="drag-area"
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={() => {
          drag.current = undefined
        }}
      >
        <div
          class="region-picture"
          ref={pictureElement}
          style={{ '--shape': picture.width / picture.height }}
        >
          <img src={picture.dataUrl} alt={t.searchedPictureAlt} draggable={false} />
          <div class="shade" aria-hidden="true">
            <span style={cssBox(box, picture)} />
          </div>
          {detected.map((each, index) =>
            isSameRegion(each, box) ? null : (
              <span
                class="detected"
                key={`${each.x},${each.y}`}
                style={cssBox(each, picture)}
                aria-hidden="true"
              >
                <b>{index + 1}</b>
              </span>
            ),
          )}
          <div
            ref={frame}
            class="region-frame"
            style={cssBox(box, picture)}
            role="slider"
            tabIndex={0}
            aria-label={t.regionFrame}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(shareOf(box, picture) * 100)}
            aria-valuetext={regionText}
            onKeyDown={onKeyDown}
          >
            {HANDLES.map((edge) => (
              <i key={edge} class={edge} />
            ))}
          </div>
        </div>
      </div>
      <p class="fine-print region-size">{regionText}</p>
    </>
  )
}

const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const

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

/** From the left in every writing direction, since pictures are not mirrored. */
function cssBox({ x, y, width, height }: PixelBox, picture: { width: number; height: number }) {
  const percent = (length: number, total: number) => `${(length / total) * 100}%`
  return {
    left: percent(x, picture.width),
    top: percent(y, picture.height),
    width: percent(width, picture.width),
    height: percent(height, picture.height),
  }
}
