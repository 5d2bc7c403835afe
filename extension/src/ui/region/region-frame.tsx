import type { PixelBox } from '@find-on-1688/shared'
import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Point } from '../../model/box.ts'
import type { SentPicture } from '../../model/picture.ts'
import { subjectAt } from '../../region/detected-subjects.ts'
import { type DragHandle, dragHandleAt, inPicture, inView } from '../../region/drag-handle.ts'
import { resizedByKey } from '../../region/keyboard-resize.ts'
import { drawn, isSame, moved, resized, shareOf } from '../../region/region-box.ts'

interface Props {
  picture: SentPicture
  box: PixelBox
  /** Where the platform sees a subject. */
  seen: PixelBox[]
  onBox(box: PixelBox): void
  onEnter(): void
}

/** A pointer that moves less has clicked; in pixels of the view. */
const CLICK = 4

/** The picture with the box on it, which is moved, resized and drawn anew by a pointer or by keys. */
export function RegionFrame({ picture, box, seen, onBox, onEnter }: Props) {
  const t = texts()
  const area = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const held = useRef<{ grip: DragHandle | undefined; from: Point; box: PixelBox } | undefined>(undefined)
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])

  const shown = () => (area.current as HTMLElement).getBoundingClientRect()
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = shown()
    return { x: clientX - left, y: clientY - top }
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    frame.current?.focus({ preventScroll: true })
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    const from = pointOf(event)
    held.current = { grip: dragHandleAt(from, inView(box, shown(), picture)), from, box }
  }
  const move = (event: PointerEvent) => {
    const point = pointOf(event)
    const { grip, from, box: before } = held.current ?? {}
    if (!from || !before) {
      const cursor = CURSORS[dragHandleAt(point, inView(box, shown(), picture)) ?? 'draw']
      ;(event.currentTarget as HTMLElement).style.cursor = cursor
      return
    }
    const [start, end] = [inPicture(from, shown(), picture), inPicture(point, shown(), picture)]
    const [dx, dy] = [end.x - start.x, end.y - start.y]
    const next =
      grip === undefined
        ? drawn(start, end, picture)
        : grip === 'move'
          ? moved(before, dx, dy, picture)
          : resized(before, grip, dx, dy, picture)
    if (next) onBox(next)
  }
  const up = (event: PointerEvent) => {
    const from = held.current?.from
    held.current = undefined
    const point = pointOf(event)
    if (!from || Math.hypot(point.x - from.x, point.y - from.y) >= CLICK) return
    const chosen = subjectAt(inPicture(point, shown(), picture), box, seen)
    if (chosen) onBox(chosen)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const next = resizedByKey(box, event, picture)
    if (next) onBox(next)
    else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }
  const { x, y, width, height } = box
  const place = t.regionPosition(width, height, x, y)
  return (
    <>
      <div
        class="drag-area"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => {
          held.current = undefined
        }}
      >
        <div class="region-picture" ref={area} style={{ '--shape': picture.width / picture.height }}>
          <img src={picture.dataUrl} alt={t.searchedPictureAlt} draggable={false} />
          <div class="shade" aria-hidden="true">
            <span style={sides(box, picture)} />
          </div>
          {seen.map((each, at) =>
            isSame(each, box) ? null : (
              <span
                class="detected"
                key={`${each.x},${each.y}`}
                style={sides(each, picture)}
                aria-hidden="true"
              >
                <b>{at + 1}</b>
              </span>
            ),
          )}
          <div
            ref={frame}
            class="region-frame"
            style={sides(box, picture)}
            role="slider"
            tabIndex={0}
            aria-label={t.regionFrame}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(shareOf(box, picture) * 100)}
            aria-valuetext={place}
            onKeyDown={press}
          >
            {HANDLES.map((edge) => (
              <i key={edge} class={edge} />
            ))}
          </div>
        </div>
      </div>
      <p class="fine-print region-size">{place}</p>
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

/** From the left in every direction of writing: a picture is not mirrored. */
function sides({ x, y, width, height }: PixelBox, picture: { width: number; height: number }) {
  const percent = (part: number, of: number) => `${(part / of) * 100}%`
  return {
    left: percent(x, picture.width),
    top: percent(y, picture.height),
    width: percent(width, picture.width),
    height: percent(height, picture.height),
  }
}
