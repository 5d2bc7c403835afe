import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { BatchRow, BatchSettings } from '../../model/batch.ts'
import { PureComponent } from '../components/pure-component.ts'
import { whole } from '../format/text.ts'
import { languageOf } from '../offer/variant-facts.tsx'
import { useThumb } from './batch-pictures.ts'
import { nameOf, shortFactsOf, statusOf } from './row-text.ts'

/** As in `desk-list.css`. */
const ROW_PX = 58
/** Rendered before one gets there. */
const AHEAD_ROWS = 8

interface Props {
  /** Those that the filters leave. */
  rows: readonly BatchRow[]
  settings: BatchSettings
  /** Its index in the batch. */
  currentIndex: number | undefined
  marginTextOf(row: BatchRow): string | undefined
  onChoose(index: number): void
}

/** The products. Only those in sight and some around them are rendered, all of one height. */
export function RowList({ rows, settings, currentIndex, marginTextOf, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [{ top, height }, setView] = useState({ top: 0, height: 0 })
  const place = rows.findIndex(({ index }) => index === currentIndex)
  const measure = () => {
    const element = list.current
    if (!element) return
    // In whole rows, so that scrolling by a few pixels renders nothing.
    const next = { top: Math.floor(element.scrollTop / ROW_PX) * ROW_PX, height: element.clientHeight }
    setView((before) => (before.top === next.top && before.height === next.height ? before : next))
  }
  useLayoutEffect(() => {
    measure()
    const observer = new ResizeObserver(measure)
    if (list.current) observer.observe(list.current)
    return () => observer.disconnect()
  }, [])
  useClicks(list, onChoose)
  useStillRows(list, rows)
  useLayoutEffect(() => {
    const element = list.current
    if (!element || place < 0) return
    const [from, to] = [place * ROW_PX, (place + 1) * ROW_PX]
    if (from < element.scrollTop) element.scrollTop = from
    else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight
    measure()
  }, [place, height])
  const first = Math.max(0, Math.floor(top / ROW_PX) - AHEAD_ROWS)
  const last = Math.min(rows.length, Math.ceil((top + height) / ROW_PX) + AHEAD_ROWS)
  return (
    <div
      ref={list}
      class="desk-rows"
      role="listbox"
      aria-label={texts().desk.productList}
      aria-activedescendant={place >= first && place < last ? `row-${currentIndex}` : undefined}
      tabIndex={0}
      onScroll={measure}
    >
      <div style={{ height: rows.length * ROW_PX }} role="presentation">
        <div style={{ transform: `translateY(${first * ROW_PX}px)` }} role="presentation">
          {rows.slice(first, last).map((row, offset) => (
            <RowItem
              key={row.index}
              row={row}
              settings={settings}
              place={first + offset + 1}
              count={rows.length}
              isCurrent={row.index === currentIndex}
              margin={marginTextOf(row)}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Rows that come in above what is in sight do not move it. */
function useStillRows(list: { current: HTMLElement | null }, rows: readonly BatchRow[]): void {
  const before = useRef(rows)
  useLayoutEffect(() => {
    const element = list.current
    const earlier = before.current
    before.current = rows
    if (!element || earlier === rows) return
    const topRow = earlier[Math.floor(element.scrollTop / ROW_PX)]
    const place = topRow ? rows.findIndex(({ index }) => index === topRow.index) : -1
    if (place >= 0) element.scrollTop = place * ROW_PX + (element.scrollTop % ROW_PX)
  }, [rows])
}

/** On the whole list: its keys are those of the desk. */
function useClicks(list: { current: HTMLElement | null }, onChoose: (index: number) => void): void {
  useEffect(() => {
    const element = list.current
    const onClick = ({ target }: MouseEvent) => {
      const row = (target as Element).closest<HTMLElement>('[data-row]')
      if (row) onChoose(Number(row.dataset.row))
    }
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  }, [onChoose])
}

interface ItemProps {
  row: BatchRow
  settings: BatchSettings
  /** In the list as it is shown, from 1. */
  place: number
  count: number
  isCurrent: boolean
  margin: string | undefined
}

/** It is drawn again only if something about it has changed. */
class RowItem extends PureComponent<ItemProps> {
  override render({ row, settings, place, count, isCurrent, margin }: ItemProps) {
    const { text, tone } = statusOf(row)
    const name = nameOf(row)
    const facts = [shortFactsOf(row, settings), row.note].filter(Boolean).join(' · ')
    return (
      <div
        id={`row-${row.index}`}
        class={isCurrent ? 'desk-row current' : 'desk-row'}
        role="option"
        aria-selected={isCurrent}
        aria-posinset={place}
        aria-setsize={count}
        tabIndex={-1}
        data-row={row.index}
      >
        <span class="row-number">{whole(row.index + 1)}</span>
        <Thumb batchId={row.batchId} digest={row.digest} />
        <span class="row-text">
          <span class="row-title own-text" title={name} dir="auto" lang={languageOf(name)}>
            {name}
          </span>
          <span class="row-facts own-text" title={facts} lang={languageOf(facts)}>
            {facts}
          </span>
        </span>
        <span class={`row-status ${tone}`}>
          {text}
          {margin && <span class="row-margin">{margin}</span>}
        </span>
      </div>
    )
  }
}

function Thumb({ batchId, digest }: { batchId: string; digest: string | null }) {
  const thumb = useThumb(batchId, digest)
  return <span class="row-thumb">{thumb && <img src={thumb} alt="" decoding="async" />}</span>
}
