/** Scripts are expressions, promises allowed. Their value travels as JSON, so that both browsers answer alike. */
export const asJson = (script: string) => `(async () => JSON.stringify(await (${script}\n)))()`

export const fromJson = <T>(json: unknown): T =>
  (typeof json === 'string' ? JSON.parse(json) : undefined) as T

const element = (selector: string) => `(() => {
  const found = document.querySelector(${JSON.stringify(selector)})
  if (!found) throw new Error(${JSON.stringify(`No element matches ${selector}`)})
  return found
})()`

/**
 * Where a document's own top left corner is on the screen. Chromium does not say. Its window has nothing below or
 * beside a page, but a margin of 8 around it while a panel is open.
 */
const pageCorner = `('mozInnerScreenX' in window
  ? { x: mozInnerScreenX * devicePixelRatio, y: mozInnerScreenY * devicePixelRatio }
  : (margin => ({ x: screenX + margin, y: screenY + outerHeight - margin - Math.round(innerHeight * devicePixelRatio) }))
    (outerWidth - innerWidth * devicePixelRatio > 100 ? 8 : 0))`

/** Chromium's panel is in the lower right corner of the window, inside a margin and a line. */
export const panelCorner = `({
  x: screenX + outerWidth - 9 - Math.round(innerWidth * devicePixelRatio),
  y: screenY + outerHeight - 9 - Math.round(innerHeight * devicePixelRatio),
})`

/** In screen pixels, which differ from those of a zoomed page. */
export const boxOf = (corner = pageCorner) =>
  `({ ...${corner}, width: innerWidth * devicePixelRatio, height: innerHeight * devicePixelRatio, scale: devicePixelRatio })`

/**
 * The middle of the visible part of an element, on the screen; or a point of its box, from 0 to 1. `html` stands for all that
 * is seen: the document of a PDF has no size of its own.
 */
export const middleOf = (
  selector: string,
  reachable: boolean,
  corner = pageCorner,
  at?: { x: number; y: number },
) => `(() => {
  const target = ${element(selector)}
  target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  const box = target === document.documentElement
    ? new DOMRect(0, 0, innerWidth, innerHeight)
    : target.getBoundingClientRect()
  const at = ${JSON.stringify(at ?? null)}
  const x = at ? box.left + box.width * at.x : (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2
  const y = at ? box.top + box.height * at.y : (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2
  if (!box.width || !box.height) throw new Error('The element has no size')
  if (${reachable}) {
    if (target.disabled) throw new Error('The element is disabled')
    const hit = document.elementFromPoint(x, y)
    if (!hit || !(target.contains(hit) || hit.contains(target))) throw new Error('Covered by ' + (hit?.outerHTML.slice(0, 120) ?? 'nothing'))
  }
  const corner = ${corner}
  return { x: Math.round(corner.x + x * devicePixelRatio), y: Math.round(corner.y + y * devicePixelRatio) }
})()`

export const textOf = (selector: string) =>
  `((target) => target.innerText ?? target.textContent)(${element(selector)})`

/** Inserts text as typing does, with its events; lists and ranges get their value and the two events. */
export const fillIn = (selector: string, text: string) => `(() => {
  const target = ${element(selector)}
  const text = ${JSON.stringify(text)}
  target.focus()
  const typed = target.isContentEditable || target.matches('textarea, input:not([type=range], [type=color], [type=date])')
  if (typed) {
    target.select ? target.select() : getSelection().selectAllChildren(target)
    if (text) document.execCommand('insertText', false, text)
    else document.execCommand('delete')
  } else {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), 'value').set.call(target, text)
    target.dispatchEvent(new Event('input', { bubbles: true }))
    target.dispatchEvent(new Event('change', { bubbles: true }))
  }
  if (!target.isContentEditable && target.value !== text) throw new Error('The field holds ' + JSON.stringify(target.value))
})()`
