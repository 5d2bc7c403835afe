import { useEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { PageProduct } from '../../model/page-product.ts'
import { plainKey } from '../state/shortcuts.ts'
import { ProductTile } from './product-tile.tsx'

interface Props {
  products: readonly PageProduct[]
  isSelected(product: PageProduct): boolean
  onSelect(products: readonly PageProduct[], isOn: boolean): void
}

const SECTIONS = ['list', 'ad', 'other'] as const

/** Products by the part of the page that shows them, as checkboxes among which arrow keys move. */
export function ProductGrid({ products, isSelected, onSelect }: Props) {
  const t = texts().pageProducts
  const grid = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(products[0]?.key)
  /** Where a range begins. */
  const last = useRef<string | undefined>(undefined)
  const sections = SECTIONS.map((name) => ({
    name,
    some: products.filter((each) => sectionOf(each) === name),
  }))
  const shown = sections.filter(({ some }) => some.length > 0)
  const inOrder = shown.flatMap(({ some }) => some)
  const tabStop = inOrder.some(({ key }) => key === current) ? current : inOrder[0]?.key
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = plainKey(event)
      if (key === 'a' || key === 'n') onSelect(products, key === 'a')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  function toggle(product: PageProduct, isOn: boolean, isRange: boolean): void {
    const [from, to] = [last.current, product.key].map((key) => inOrder.findIndex((each) => each.key === key))
    last.current = product.key
    const isKnown = isRange && from !== undefined && to !== undefined && from >= 0
    onSelect(isKnown ? inOrder.slice(Math.min(from, to), Math.max(from, to) + 1) : [product], isOn)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const boxes = [...(grid.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])]
    const next = nextBox(event, boxes)
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the checkboxes within
    <div class="product-grid" ref={grid} onKeyDown={onKeyDown}>
      {shown.map(({ name, some }) => (
        <fieldset key={name}>
          <legend>
            {t.sections[name]} <b>{some.length}</b>
          </legend>
          <div class="section-buttons">
            <button
              type="button"
              class="link"
              aria-label={t.selectSection(t.sections[name])}
              onClick={() => onSelect(some, true)}
            >
              {t.selectAll}
            </button>
            <button
              type="button"
              class="link"
              aria-label={t.selectNoneOf(t.sections[name])}
              onClick={() => onSelect(some, false)}
            >
              {t.selectNone}
            </button>
          </div>
          <div class="tiles">
            {some.map((product) => (
              <ProductTile
                key={product.key}
                product={product}
                isSelected={isSelected(product)}
                isTabStop={product.key === tabStop}
                onFocus={() => setCurrent(product.key)}
                onToggle={(isOn, isRange) => toggle(product, isOn, isRange)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <p class="hint">{t.keys}</p>
    </div>
  )
}

function sectionOf({ section, isAd }: PageProduct): (typeof SECTIONS)[number] {
  return section === 'other' ? 'other' : isAd ? 'ad' : 'list'
}

/** The one beside, above or below, as they are placed. */
function nextBox({ key, target }: KeyboardEvent, boxes: HTMLInputElement[]): HTMLInputElement | undefined {
  const at = boxes.indexOf(target as HTMLInputElement)
  if (at < 0) return undefined
  const isMirrored = getComputedStyle(document.documentElement).direction === 'rtl'
  switch (key) {
    case 'Home':
      return boxes[0]
    case 'End':
      return boxes.at(-1)
    case 'ArrowLeft':
      return boxes[at + (isMirrored ? 1 : -1)]
    case 'ArrowRight':
      return boxes[at + (isMirrored ? -1 : 1)]
    case 'ArrowDown':
      return inNextRow(boxes.slice(at))
    case 'ArrowUp':
      return inNextRow(boxes.slice(0, at + 1).reverse())
    default:
      return undefined
  }
}

/** Of these in their order, the first one's neighbour in the row that follows. */
function inNextRow([from, ...others]: HTMLInputElement[]): HTMLInputElement | undefined {
  const box = (each: HTMLInputElement) => (each.closest('label') ?? each).getBoundingClientRect()
  if (!from) return undefined
  const start = box(from)
  const [first] = others.filter((each) => Math.abs(box(each).top - start.top) > 2)
  if (!first) return undefined
  const row = others.filter((each) => Math.abs(box(each).top - box(first).top) <= 2)
  return row.sort((a, b) => Math.abs(box(a).left - start.left) - Math.abs(box(b).left - start.left))[0]
}
