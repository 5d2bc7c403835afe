import { parentOf } from '../dom/elements.ts'
import { addressesIn } from '../dom/srcset.ts'
import type { ElementPicture } from './pictures.ts'
import { isWholePage } from './stack.ts'

/** Whoever asked may be gone: the page looks as before after this. */
const MAX_MS = 4000
const MAX_LOAD_MS = 3000
const MAX_PAINT_MS = 500

let undo: (() => void) | undefined

/**
 * Makes an element show what it showed when the menu was opened, until `conceal`, for a screenshot. What a page shows only
 * while hovered is gone by then, or goes at any moment, so the look is pinned also where it is still right.
 */
export async function reveal({ element, addresses }: ElementPicture): Promise<void> {
  conceal()
  const address = addresses.at(-1)
  if (address && !isShowing(element, address)) await loaded(address)
  const changes = changesFor(element, address)
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
  const painted = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  await Promise.race([painted, new Promise((resolve) => setTimeout(resolve, MAX_PAINT_MS))])
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
  for (let each: Element | null = element; each && !isWholePage(each); each = parentOf(each)) {
    if (!('style' in each)) continue
    const target = each as HTMLElement
    const { opacity, display } = getComputedStyle(target)
    const pin = (name: string, value: string) => changes.push({ target, name, value })
    pin('opacity', Number(opacity) === 0 ? '1' : opacity)
    pin('visibility', 'visible')
    pin('display', display === 'none' ? 'block' : display)
  }
  const pictureStyle = address && 'style' in element ? pictureStyleOf(element) : undefined
  if (!pictureStyle || !address) return changes
  const { name, value } = pictureStyle
  const pinned = isShowing(element, address) ? value : `url("${CSS.escape(address)}")`
  // An image that shows its own source needs no style for that.
  if (name === 'content' && value === 'normal' && isShowing(element, address)) return changes
  return [...changes, { target: element as HTMLElement, name, value: pinned }]
}

/** The style that decides which picture an element shows. */
function pictureStyleOf(element: Element): { name: string; value: string } | undefined {
  const { content, backgroundImage } = getComputedStyle(element)
  if (element instanceof HTMLImageElement) return { name: 'content', value: content }
  return backgroundImage === 'none' ? undefined : { name: 'background-image', value: backgroundImage }
}

/** Whether it does, and not another picture that a script or a style has given it since. */
function isShowing(element: Element, address: string): boolean {
  const { content, backgroundImage } = getComputedStyle(element)
  if (!(element instanceof HTMLImageElement)) return addressesIn(backgroundImage).includes(address)
  return (addressesIn(content)[0] ?? element.currentSrc) === address
}
