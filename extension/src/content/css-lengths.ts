import type { Box, Point, Size } from '../model/box.ts'

type Token = string | undefined
const TOKEN = /[a-z-]+(?=\()|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:px|%)?|[-+*/(),]/gi
const FUNCTIONS: Record<string, (...values: number[]) => number> = {
  calc: (value) => value,
  min: Math.min,
  max: Math.max,
  clamp: (low, value, high) => Math.max(low, Math.min(value, high)),
}

/** The parts of a CSS value between separators that are not within brackets. */
export function partsOf(value: string, separator: ',' | ' '): string[] {
  const parts: string[] = []
  let [part, depth, quote] = ['', 0, '']
  for (const character of value) {
    if (quote) quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '(') depth++
    else if (character === ')') depth--
    if (depth === 0 && !quote && character === separator) {
      if (part) parts.push(part.trim())
      part = ''
    } else part += character
  }
  return [...parts, part.trim()].filter(Boolean)
}

/** Pixels of a computed length, percentage or `calc()` of both; NaN for anything else. */
export function lengthIn(value: string, base: number): number {
  const tokens: string[] = value.match(TOKEN) ?? []
  let at = 0
  const next = (): Token => tokens[at++]
  const sum = (): number => {
    let total = product()
    while (tokens[at] === '+' || tokens[at] === '-') total += next() === '+' ? product() : -product()
    return total
  }
  const product = (): number => {
    let total = atom()
    while (tokens[at] === '*' || tokens[at] === '/') total *= next() === '*' ? atom() : 1 / atom()
    return total
  }
  const atom = (): number => {
    const token = next() ?? ''
    const call = token === '(' ? FUNCTIONS.calc : FUNCTIONS[token.toLowerCase()]
    if (!call) return Number.parseFloat(token) * (token.endsWith('%') ? base / 100 : 1)
    if (token !== '(') next()
    const values = [sum()]
    while (tokens[at] === ',' && next()) values.push(sum())
    next()
    return call(...values)
  }
  return tokens.length > 0 ? sum() : Number.NaN
}

const EDGE = /^(left|right|top|bottom)$/

/** Where a position puts something, by the room that is left beside it. Values as computed: those of x come first. */
export function positionIn(value: string, room: Size): Point {
  const parts = partsOf(value, ' ')
  const found: { x?: number; y?: number } = {}
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    const isEdge = EDGE.test(part)
    const axis = isEdge ? (/^[lr]/.test(part) ? 'x' : 'y') : found.x === undefined ? 'x' : 'y'
    const free = axis === 'x' ? room.width : room.height
    const offset = isEdge && parts.length > 2 ? lengthIn(parts[at + 1] ?? '', free) : Number.NaN
    if (!Number.isNaN(offset)) at++
    const fromEdge = Number.isNaN(offset) ? 0 : offset
    if (part === 'center') found[axis] = free / 2
    else if (!isEdge) found[axis] = lengthIn(part, free)
    else found[axis] = /^[rb]/.test(part) ? free - fromEdge : fromEdge
  }
  return { x: found.x ?? room.width / 2, y: found.y ?? room.height / 2 }
}

/** What `inset()`, or the bounds of a `polygon()`, leaves of a box; `undefined` for other shapes. */
export function shapeIn(value: string, box: Box): Box | undefined {
  const [, name, inner = ''] = /^(inset|polygon)\((.*)\)/.exec(value) ?? []
  if (name === 'inset') {
    const edges = partsOf(inner.split(' round ')[0] ?? '', ' ')
    const [top = '0px', right = top, bottom = top, left = right] = edges
    return within(box, {
      left: lengthIn(left, box.width),
      top: lengthIn(top, box.height),
      right: box.width - lengthIn(right, box.width),
      bottom: box.height - lengthIn(bottom, box.height),
    })
  }
  if (name !== 'polygon') return undefined
  const points = partsOf(inner.replace(/^(evenodd|nonzero)\s*,/, ''), ',').map((point) => {
    const [x = '', y = ''] = partsOf(point, ' ')
    return { x: lengthIn(x, box.width), y: lengthIn(y, box.height) }
  })
  const [across, down] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return within(box, {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  })
}

/** What the older `clip: rect()` leaves of a box; `undefined` for `auto`. */
export function rectIn(value: string, box: Box): Box | undefined {
  const [, inner] = /^rect\((.*)\)/.exec(value) ?? []
  if (inner === undefined) return undefined
  const [top = '', right = '', bottom = '', left = ''] = inner.split(/[\s,]+/)
  const edge = (edge: string, otherwise: number) => (edge === 'auto' ? otherwise : Number.parseFloat(edge))
  return within(box, {
    left: edge(left, 0),
    top: edge(top, 0),
    right: edge(right, box.width),
    bottom: edge(bottom, box.height),
  })
}

function within(
  box: Box,
  edges: { left: number; top: number; right: number; bottom: number },
): Box | undefined {
  const { left, top, right, bottom } = edges
  const [width, height] = [right - left, bottom - top]
  return width > 0 && height > 0 ? { x: box.x + left, y: box.y + top, width, height } : undefined
}
