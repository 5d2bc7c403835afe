import { parentOf } from '../dom/elements.ts'
import { addressesIn } from '../dom/srcset.ts'
import type { ElementPicture } from './pictures.ts'
import { isWholePage } from './stack.ts'

/** The caller may be gone by now, so the page restores itself after this. */
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
  const targets = chainOf(element)
  const before = targets.map((target) => ({ target, style: target.getAttribute('style') }))
  // Otherwise a fade that is in progress would be pinned half way.
  for (const { style } of targets) style.setProperty('transition', 'none', 'important')
  const changes = changesFor(element, targets, address)
  for (const { target, name, value } of changes) target.style.setProperty(name, value, 'important')
  const timer = setTimeout(conceal, MAX_MS)
  undo = () => {
    clearTimeout(timer)
    // The old look has to be computed while nothing may fade to it.
    for (const { target, name } of changes) target.style.removeProperty(name)
    getComputedStyle(element).opacity
    for (const { target, style } of before) {
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

type Styled = HTMLElement | SVGElement

interface Change {
  target: Styled
  name: string
  value: string
}

/** The element and what it lies in, up to what is as large as the page. */
function chainOf(element: Element): Styled[] {
  const chain: Styled[] = []
  for (let each: Element | null = element; each && !isWholePage(each); each = parentOf(each))
    if ('style' in each) chain.push(each as Styled)
  return chain
}

function changesFor(element: Element, targets: Styled[], address: string | undefined): Change[] {
  const changes = targets.flatMap((target) => {
    const { opacity, display } = getComputedStyle(target)
    return [
      { target, name: 'opacity', value: Number(opacity) === 0 ? '1' : opacity },
      { target, name: 'visibility', value: 'visible' },
      { target, name: 'display', value: display === 'none' ? 'block' : display },
    ]
  })
  const pictureStyle = address && targets.length > 0 ? pictureStyleOf(element) : undefined
  if (!pictureStyle || !address) return changes
  const { name, value } = pictureStyle
  const pinned = isShowing(element, address) ? value : `url("${CSS.escape(address)}")`
  // An image that shows its own source needs no style for that.
  if (name === 'content' && value === 'normal' && isShowing(element, address)) return changes
  return [...changes, { target: element as Styled, name, value: pinned }]
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
