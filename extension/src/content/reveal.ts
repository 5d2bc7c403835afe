import { addressesIn } from '../dom/srcset.ts'
import type { ElementPicture } from './pictures.ts'
import { parentOf } from './visible-box.ts'

/** Whoever asked may be gone: the page looks as before after this. */
const MAX_MS = 4000
const MAX_LOAD_MS = 3000

let undo: (() => void) | undefined

/**
 * Makes an element show again what it showed when the menu was opened, for a screenshot: what a page shows only while
 * hovered is gone by then. `true` once that is painted, `false` if it shows it anyway.
 */
export async function reveal({ element, addresses }: ElementPicture): Promise<boolean> {
  conceal()
  const address = addresses.at(-1)
  const changes = changesFor(element, address)
  if (changes.length === 0) return false
  if (address) await loaded(address)
  const before = changes.map(({ target }) => ({ target, style: target.getAttribute('style') }))
  for (const { target, name, value } of changes) {
    target.style.setProperty('transition', 'none', 'important')
    target.style.setProperty(name, value, 'important')
  }
  const timer = setTimeout(conceal, MAX_MS)
  undo = () => {
    clearTimeout(timer)
    // The old look has to be computed while nothing may fade to it.
    for (const { target, name } of changes) target.style.removeProperty(name)
    getComputedStyle(element).opacity
    for (const { target, style } of before.reverse()) {
      if (style === null) target.removeAttribute('style')
      else target.setAttribute('style', style)
    }
  }
  // Two frames: the first may already have started.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return true
}

async function loaded(address: string): Promise<void> {
  const image = new Image()
  image.src = address
  const late = new Promise<void>((resolve) => setTimeout(resolve, MAX_LOAD_MS))
  await Promise.race([image.decode().catch(() => {}), late])
}

export function conceal(): void {
  undo?.()
  undo = undefined
}

interface Change {
  target: HTMLElement | SVGElement
  name: string
  value: string
}

function changesFor(element: Element, address: string | undefined): Change[] {
  const changes: Change[] = []
  for (let each: Element | null = element; each; each = parentOf(each)) {
    if (!('style' in each)) continue
    const target = each as HTMLElement
    const { opacity, visibility, display } = getComputedStyle(target)
    if (Number(opacity) === 0) changes.push({ target, name: 'opacity', value: '1' })
    if (visibility !== 'visible') changes.push({ target, name: 'visibility', value: 'visible' })
    if (display === 'none') changes.push({ target, name: 'display', value: 'block' })
  }
  const other = address && 'style' in element ? otherPicture(element as HTMLElement, address) : undefined
  return other ? [...changes, other] : changes
}

/** A script or a style has given the element another picture since. */
function otherPicture(target: HTMLElement, address: string): Change | undefined {
  const value = `url("${CSS.escape(address)}")`
  if (target instanceof HTMLImageElement) {
    const { content } = getComputedStyle(target)
    const shown = addressesIn(content).at(0) ?? target.currentSrc
    return shown === address ? undefined : { target, name: 'content', value }
  }
  const { backgroundImage } = getComputedStyle(target)
  const isBackground = backgroundImage !== 'none' && !addressesIn(backgroundImage).includes(address)
  return isBackground ? { target, name: 'background-image', value } : undefined
}
