import { browser } from 'wxt/browser'
import { type Box, boxBetween, EDGES, type Edge, moveBox, resizeBox } from '../model/box.ts'
import type { AreaLabels, AreaPicked } from '../model/page-script.ts'
import { STYLE } from './pick-area-style.ts'

/** In CSS pixels. */
const MIN_SIDE = 24
const STEP = 1
const BIG_STEP = 10

type Grip = { kind: 'draw'; x: number; y: number } | { kind: 'move' | Edge; x: number; y: number; box: Box }

let close: (() => void) | undefined

/**
 * An overlay in which a box is drawn, moved and resized with the mouse, a finger or the keyboard. It lives in a closed
 * shadow root above everything, and removes every trace of itself before it answers.
 */
export function pickArea(labels: AreaLabels): void {
  close?.()
  const host = html('div')
  host.popover = 'manual'
  host.style.cssText =
    'all:initial!important;position:fixed!important;inset:0!important;width:100vw!important;height:100vh!important;z-index:2147483647!important'
  const root = host.attachShadow({ mode: 'closed' })
  const [overlay, frame, toolbar] = [part('overlay'), part('frame'), part('toolbar')]
  const style = html('style')
  style.textContent = STYLE
  root.append(style, overlay)
  overlay.append(frame, toolbar)
  overlay.tabIndex = 0
  overlay.setAttribute('role', 'application')
  overlay.setAttribute('aria-label', `${labels.title}. ${labels.hint}`)
  for (const edge of EDGES) frame.append(part(`grip ${edge}`))
  const size = part('size')
  const search = button(labels.search, 'main')
  const cancel = button(labels.cancel, '')
  const hint = part('hint')
  hint.textContent = `${labels.title} · ${labels.hint}`
  toolbar.append(hint, size, search, cancel)
  const before = document.activeElement
  const scroll = { x: scrollX, y: scrollY }

  let box: Box = centred()
  let grip: Grip | undefined
  const view = () => ({ width: innerWidth, height: innerHeight })
  const draw = () => {
    Object.assign(frame.style, {
      left: `${box.x}px`,
      top: `${box.y}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    })
    size.textContent = `${Math.round(box.width)} × ${Math.round(box.height)}`
    toolbar.classList.toggle('up', box.y + box.height > innerHeight - 70 && box.y > 70)
  }
  const answer = async (picked: boolean) => {
    close?.()
    // The screenshot must not show the overlay.
    await painted()
    const { width, height } = view()
    const visible = { ...box, partly: false, viewportWidth: width, viewportHeight: height }
    browser.runtime
      .sendMessage({ type: 'area', ...(picked && { box: visible }) } satisfies AreaPicked)
      .catch(() => {})
  }

  const listen = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(name: K, react: (event: HTMLElementEventMap[K]) => void) =>
    overlay.addEventListener(name, react, { signal: listen.signal })
  on('pointerdown', (event) => {
    if (event.button !== 0 || toolbar.contains(event.target as Node)) return
    event.preventDefault()
    overlay.focus()
    overlay.setPointerCapture(event.pointerId)
    grip = gripAt(event, box)
  })
  on('pointermove', (event) => {
    if (!grip) return
    const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y]
    if (grip.kind === 'draw') box = boxBetween(grip, { x: event.clientX, y: event.clientY }, view())
    else
      box =
        grip.kind === 'move'
          ? moveBox(grip.box, dx, dy, view())
          : resizeBox(grip.box, grip.kind, dx, dy, view(), MIN_SIDE)
    draw()
  })
  on('pointerup', () => {
    if (grip?.kind === 'draw' && Math.min(box.width, box.height) < MIN_SIDE) {
      box = boxBetween({ x: grip.x - 100, y: grip.y - 100 }, { x: grip.x + 100, y: grip.y + 100 }, view())
      draw()
    }
    grip = undefined
  })
  on('dblclick', (event) => {
    if (!toolbar.contains(event.target as Node)) answer(true)
  })
  on('keydown', (event) => {
    event.stopPropagation()
    const step = event.ctrlKey || event.metaKey ? BIG_STEP * 5 : event.altKey ? STEP : BIG_STEP
    const [dx, dy] = DIRECTIONS[event.key] ?? [0, 0]
    if (event.key === 'Escape') answer(false)
    else if (event.key === 'Enter' && root.activeElement !== cancel) answer(true)
    else if (dx || dy) {
      box = event.shiftKey
        ? resizeBox(box, 'se', dx * step, dy * step, view(), MIN_SIDE)
        : moveBox(box, dx * step, dy * step, view())
      draw()
    } else return
    event.preventDefault()
  })
  on('wheel', (event) => event.preventDefault())
  search.addEventListener('click', () => answer(true))
  cancel.addEventListener('click', () => answer(false))
  window.addEventListener(
    'resize',
    () => {
      box = boxBetween(box, { x: box.x + box.width, y: box.y + box.height }, view())
      draw()
    },
    { signal: listen.signal },
  )
  // The focus may be in the browser's own popup when the overlay opens.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') {
        event.stopImmediatePropagation()
        answer(false)
      }
    },
    { capture: true, signal: listen.signal },
  )

  close = () => {
    close = undefined
    listen.abort()
    host.remove()
    if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
    scrollTo({ left: scroll.x, top: scroll.y, behavior: 'instant' })
  }
  document.documentElement.append(host)
  host.showPopover()
  if (host.getBoundingClientRect().width === 0) {
    close()
    throw new Error('this document shows no overlay')
  }
  draw()
  overlay.focus({ preventScroll: true })
}

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function centred(): Box {
  const side = Math.round(Math.min(innerWidth, innerHeight) / 2)
  return {
    x: Math.round((innerWidth - side) / 2),
    y: Math.round((innerHeight - side) / 2),
    width: side,
    height: side,
  }
}

function gripAt(event: PointerEvent, box: Box): Grip {
  const at = { x: event.clientX, y: event.clientY }
  const target = event.composedPath()[0] as Element
  const edge = EDGES.find((each) => target.classList.contains(each))
  if (edge) return { kind: edge, ...at, box }
  return target.classList.contains('frame') ? { kind: 'move', ...at, box } : { kind: 'draw', ...at }
}

function part(name: string): HTMLDivElement {
  const element = html('div')
  element.className = name
  return element
}

/** In a document that is no HTML, `createElement` makes an element without a meaning. */
function html<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] {
  return document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElementTagNameMap[K]
}

function button(text: string, name: string): HTMLButtonElement {
  const element = html('button')
  element.type = 'button'
  element.className = name
  element.textContent = text
  return element
}

/** Two frames: the first may already have started. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
