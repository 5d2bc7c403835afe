import type { PixelBox } from '@find-on-1688/shared'
import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { SentPicture } from '../../model/picture.ts'
import { resizeByKey } from '../../region/keyboard-resize.ts'
import { cssBox, isSameRegion, shareOf } from '../../region/region-box.ts'
import { useFrameDrag } from './use-frame-drag.ts'

interface Props {
  picture: SentPicture
  box: PixelBox
  /** Where 1688 detected subjects. */
  detected: PixelBox[]
  onBox(box: PixelBox): void
  onEnter(): void
}

/** The picture with a frame that can be moved, resized and redrawn by pointer or keys. */
export function RegionFrame({ picture, box, detected, onBox, onEnter }: Props) {
  const t = texts()
  const pictureElement = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])

  const { handlers, cancel } = useFrameDrag({
    view: pictureElement,
    picture,
    box,
    detected,
    onBox,
    onGrab: () => frame.current?.focus({ preventScroll: true }),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const next = resizeByKey(box, event, picture)
    if (next) onBox(next)
    else if (event.key === 'Enter') onEnter()
    else if (event.key !== 'Escape' || !cancel()) return
    event.preventDefault()
    event.stopPropagation()
  }
  const { x, y, width, height } = box
  const regionText = t.regionPosition(width, height, x, y)
  return (
    <div class="drag-area" {...handlers}>
      <div class="region-picture" ref={pictureElement} style={{ '--shape': picture.width / picture.height }}>
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
  )
}

const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
