import type { View } from '../browser/driver.ts'

// What axe does not check, as scripts that return a line for each fault. Numbers are those of WCAG 2.2.

const VISIBLE = `(each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && each.getClientRects().length > 0`

/** 3.1.2: Chinese in an English interface is marked as Chinese, so that it is read in a Chinese voice. */
const UNMARKED_LANGUAGE = `(() => {
  if (!document.documentElement.lang.startsWith('en')) return []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    // The reader's own words, the name of a language in it, and what 1688 calls a badge.
    if (parentElement.closest('.search-platform, .tooltip, option, input')) continue
    if (/\\p{Script=Han}/u.test(textContent) && !parentElement.closest('[lang]:not(html)')?.lang.startsWith('zh'))
      found.push('3.1.2 Chinese that is not marked: ' + textContent.slice(0, 60))
  }
  return found
})()`

/** 2.5.3: what is written on a control is in its name, so that it can be spoken. */
const LABEL_NOT_IN_NAME = `[...document.querySelectorAll('button, a[href], [role=button], [role=option]')]
  .filter(${VISIBLE})
  .filter((each) => each.ariaLabel && each.innerText)
  .filter((each) => {
    const words = (text) => text.toLowerCase().match(/[\\p{L}\\p{N}]+/gu)?.join('') ?? ''
    return !words(each.ariaLabel).includes(words(each.innerText))
  })
  .map((each) => '2.5.3 “' + each.innerText + '” is called “' + each.ariaLabel + '”')`

/** 1.4.11: the border of a field stands out from what is around it. A list is known by its arrow. */
const FAINT_FIELDS = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const luminance = ([r, g, b]) => {
    const [red, green, blue] = [r, g, b].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const behind = (element) => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      const colour = rgb(getComputedStyle(each).backgroundColor)
      if (colour[3] === 255) return colour
    }
    return rgb(matchMedia('(prefers-color-scheme: dark)').matches ? '#000' : '#fff')
  }
  return [...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=range], [type=file]), textarea')]
    .filter(${VISIBLE})
    .filter((each) => !each.disabled)
    .map((each) => ({ each, style: getComputedStyle(each), ground: behind(each) }))
    .filter(({ style, ground }) =>
      (style.borderBottomStyle === 'none' || contrast(rgb(style.borderBottomColor), ground) < 3) &&
      contrast(rgb(style.backgroundColor), ground) < 3)
    .map(({ each, style, ground }) => '1.4.11 the field ' + (each.id || each.name || each.className) + ' has a border of ' + style.borderBottomColor + ' on ' + ground)
})()`

/** Texts that are cut off. Titles may be: their tooltip has them whole. */
const CUT = `[...document.querySelectorAll('body *')]
  .filter(${VISIBLE})
  .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  // What docs/accessibility.md says is left out: parts of the footer, and titles beside photos, which the list has whole.
  .filter((each) => !each.closest('.visually-hidden, option, [title], [data-tooltip], .margin-summary, .compare-photos .title'))
  .filter((each) => {
    const { overflowX, overflowY } = getComputedStyle(each)
    return (/hidden|clip/.test(overflowX) && each.scrollWidth > each.clientWidth + 1) || (/hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 2)
  })`

/** The spacing of 1.4.12, which a reader may set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`

/** 1.4.12: with more space between letters, words and lines, no text is cut off that was whole before. */
const CUT_BY_SPACING = `(() => {
  const cut = () => ${CUT}
  const before = new Set(cut())
  const style = document.createElement('style')
  style.textContent = ${JSON.stringify(SPACING)}
  document.head.append(style)
  const found = cut().filter((each) => !before.has(each)).map((each) => '1.4.12 cut off when spaced: ' + each.className + ' ' + each.textContent.slice(0, 60))
  style.remove()
  return found
})()`

const CHECKS = [UNMARKED_LANGUAGE, LABEL_NOT_IN_NAME, FAINT_FIELDS, CUT_BY_SPACING]

export async function accessFaults(view: View, name: string): Promise<string[]> {
  const found = await view.evaluate<string[][]>(`[${CHECKS.join(', ')}]`)
  return found.flat().map((fault) => `${name}: ${fault}`)
}

interface Stop {
  what: string
  isSeen: boolean
  hasMark: boolean
}

/** Where the focus is, whether at least a part of it is seen (2.4.11), and whether a mark shows it (2.4.7). */
const STOP = `(() => {
  const focus = document.activeElement
  if (!focus || focus === document.body) return { what: 'body', isSeen: true, hasMark: true }
  const { left, top, right, bottom } = focus.getBoundingClientRect()
  const at = (x, y) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
  const isSeen = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]
    .some(([x, y]) => { const hit = at(x, y); return hit && (focus.contains(hit) || hit.contains(focus) && hit !== document.body && hit !== document.documentElement) })
  // A title that is a link is marked by the frame of its row.
  const hasMark = [getComputedStyle(focus), getComputedStyle(focus, '::after'), getComputedStyle(focus.parentElement)]
    .some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)
  return { what: focus.localName + '.' + focus.className + ' ' + (focus.innerText || focus.ariaLabel || focus.id || '').slice(0, 30) + (isSeen ? '' : ' under ' + (at(0.5, 0.5)?.outerHTML.slice(0, 80) ?? 'the edge')), isSeen, hasMark }
})()`

/** Goes through a view with Tab, and returns the faults of its stops and how many there were before the first came again. */
export async function walkByTab(
  view: View,
  press: (key: string) => Promise<void>,
  most = 60,
): Promise<{ faults: string[]; stops: string[] }> {
  const stops: string[] = []
  const faults: string[] = []
  await view.evaluate('void (document.activeElement?.blur(), window.walked = new WeakSet())')
  for (let at = 0; at < most; at++) {
    await press('Tab')
    const isAgain = await view.evaluate<boolean>(
      '(() => { const focus = document.activeElement; const again = window.walked.has(focus); window.walked.add(focus); return again || !document.hasFocus() })()',
    )
    if (isAgain) break
    const { what, isSeen, hasMark } = await view.evaluate<Stop>(STOP)
    stops.push(what)
    if (!isSeen) faults.push(`2.4.11 hidden while it has the focus: ${what}`)
    if (!hasMark) faults.push(`2.4.7 no mark of the focus: ${what}`)
  }
  return { faults, stops }
}
