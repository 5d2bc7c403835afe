import { parentOf } from '../dom/elements.ts'
import type { Matrix } from '../model/placement.ts'

/** Three rows of three: a rotation in space, without its position. */
type Linear = [number[], number[], number[]]

const IDENTITY: Linear = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]
/** Degrees: photos are tilted a little as a decoration, and a search bears that better than white corners. */
const TILTED = 20

interface Transforms {
  transform: string
  rotate: string
  scale: string
}

/** What the computed styles of one element do to its content, apart from moving it. Perspective is left out. */
export function linearOf({ transform, rotate, scale }: Transforms): Linear {
  return multiplied(multiplied(rotation(rotate), scaling(scale)), matrixOf(transform))
}

function matrixOf(transform: string): Linear {
  const values = numbersIn(transform)
  const [a = 1, b = 0, c = 0, d = 1] = values
  if (values.length !== 16)
    return [
      [a, c, 0],
      [b, d, 0],
      [0, 0, 1],
    ]
  const row = (at: number) => [values[at] ?? 0, values[at + 4] ?? 0, values[at + 8] ?? 0]
  return [row(0), row(1), row(2)]
}

/** `90deg`, `x 90deg` or `0 1 0 90deg`. */
function rotation(value: string): Linear {
  const [, turn, unit] = /(-?[\d.]+(?:e[-+]?\d+)?)(deg|rad|turn|grad)/.exec(value) ?? []
  if (turn === undefined) return IDENTITY
  const perTurn: Record<string, number> = { deg: 360, rad: 2 * Math.PI, turn: 1, grad: 400 }
  const angle = (2 * Math.PI * Number(turn)) / (perTurn[unit ?? ''] ?? 360)
  const axes = numbersIn(value.replace(/\S+$/, ''))
  const named = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] }[value[0] ?? ''] ?? [0, 0, 1]
  const axis = axes.length === 3 ? axes : named
  const length = Math.hypot(...axis) || 1
  const [x = 0, y = 0, z = 0] = axis.map((each) => each / length)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const rest = 1 - cos
  return [
    [x * x * rest + cos, x * y * rest - z * sin, x * z * rest + y * sin],
    [y * x * rest + z * sin, y * y * rest + cos, y * z * rest - x * sin],
    [z * x * rest - y * sin, z * y * rest + x * sin, z * z * rest + cos],
  ]
}

function scaling(value: string): Linear {
  const [x = 1, y = x, z = 1] = numbersIn(value)
  return [
    [x, 0, 0],
    [0, y, 0],
    [0, 0, z],
  ]
}

function numbersIn(value: string): number[] {
  return (value.replace(/^matrix3?d?/, '').match(/-?[\d.]+(?:e[-+]?\d+)?/g) ?? []).map(Number)
}

function multiplied(one: Linear, other: Linear): Linear {
  const cell = (row: number[], column: number) =>
    row.reduce((sum, value, at) => sum + value * (other[at]?.[column] ?? 0), 0)
  return one.map((row) => [0, 1, 2].map((column) => cell(row, column))) as Linear
}

/** As seen from the front, and no longer in space. */
function flattened([[a = 1, c = 0], [b = 0, d = 1]]: Linear): Linear {
  return [
    [a, c, 0],
    [b, d, 0],
    [0, 0, 1],
  ]
}

/** From an element's own pixels to the window's, apart from the position: what it and its ancestors do, and their zoom. */
export function linearFrom(element: Element, pseudo?: string): Matrix {
  let total = pseudo ? ownLinear(getComputedStyle(element, pseudo)) : IDENTITY
  for (let each: Element | null = element; each; each = parentOf(each)) {
    const style = getComputedStyle(each)
    if (style.transformStyle !== 'preserve-3d') total = flattened(total)
    // Transforms do not apply to parts of a line of text.
    const isInline =
      style.display === 'inline' && !each.matches('img, video, canvas, input, svg, object, embed')
    if (!isInline && style.display !== 'contents') total = multiplied(ownLinear(style), total)
  }
  const zoom = (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1
  const [[a = 1, c = 0], [b = 0, d = 1]] = total
  return [a * zoom, b * zoom, c * zoom, d * zoom, 0, 0]
}

function ownLinear({ transform, rotate, scale }: CSSStyleDeclaration): Linear {
  return linearOf({ transform, rotate, scale })
}

/** How a picture is turned: by quarters, after it was mirrored; `undefined` for a rotation in between. */
export interface Turn {
  quarters: number
  mirrored: boolean
}

export function turnOf([a, b, c, d]: Matrix): Turn | undefined {
  const mirrored = a * d - b * c < 0
  const angle = (Math.atan2(mirrored ? -b : b, mirrored ? -a : a) * 180) / Math.PI
  const quarters = Math.round(angle / 90)
  return Math.abs(angle - 90 * quarters) <= TILTED ? { quarters: (quarters + 4) % 4, mirrored } : undefined
}

/** The same without the part of a rotation that is no quarter turn. */
export function straightened([a, b, c, d]: Matrix, { quarters, mirrored }: Turn): Matrix {
  const [across, down] = [Math.hypot(a, b) * (mirrored ? -1 : 1), Math.hypot(c, d)]
  const [cos = 1, sin = 0] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][quarters] ?? [1, 0]
  return [cos * across, sin * across, -sin * down, cos * down, 0, 0]
}
