import type { Box, Luma } from './luma.ts'

/** Levels by which a border may vary: JPEG noise, or paper that is not quite white. */
const TOLERANCE = 14
/** The share of a line that may differ more: a speck, or noise around an object that reaches the border. */
const SPECKS = 0.01
/** No side loses more than this, so a picture is never trimmed away. */
const MOST = 0.45
/** A picture with fewer pixels per side is not worth comparing. */
const LEAST_SIDE = 16
/** A reduction blurs a border's edge over this many lines. */
const BLENDED = 4
/** A line with this share of the greatest contrast among them is no longer blurred, since the picture varies too. */
const FULL = 0.9

/**
 * The part of the picture within its border. A border is lines of one grey, the same on every side that has one. The box may
 * begin within a pixel: in a small picture a whole pixel is more than a hash tolerates. Undefined if there is no border,
 * nothing but border, or too little left.
 */
export function trim(luma: Luma): Box | undefined {
  const { width, height } = luma
  const rows = rowsOf(luma)
  const border = borderGrey([rows, columnsOf(luma, 0, height)])
  if (border === undefined) return undefined
  const [top, bottom] = borders(rows, border)
  // A bar above or below says nothing about the left and the right.
  const [left, right] = borders(columnsOf(luma, Math.ceil(top), Math.floor(height - bottom)), border)
  const box = { left, top, width: width - left - right, height: height - top - bottom }
  const isWhole = box.width === width && box.height === height
  return isWhole || box.width < LEAST_SIDE || box.height < LEAST_SIDE ? undefined : box
}

/** A picture's rows or columns, each with its values sorted from dark to light. */
interface Lines {
  count: number
  sorted(line: number): Float32Array
}

function rowsOf({ values, width, height }: Luma): Lines {
  return { count: height, sorted: (y) => values.slice(y * width, (y + 1) * width).sort() }
}

/** The columns from one row to another, excluded; at least one pixel of each. */
function columnsOf({ values, width }: Luma, fromRow: number, toRow: number): Lines {
  const length = Math.max(1, toRow - fromRow)
  const valueAt = (x: number, at: number) => values[(fromRow + at) * width + x] as number
  return { count: width, sorted: (x) => Float32Array.from({ length }, (_, at) => valueAt(x, at)).sort() }
}

/** The grey shared by most of the four outermost lines, if any of them has a single grey. */
function borderGrey(directions: Lines[]): number | undefined {
  const greys = directions.flatMap((lines) =>
    [0, lines.count - 1].flatMap((line) => {
      const sorted = lines.sorted(line)
      const grey = sorted[Math.floor(sorted.length / 2)] as number
      return contrastOf(sorted, grey) <= TOLERANCE ? [grey] : []
    }),
  )
  const alike = (grey: number) => greys.filter((other) => Math.abs(other - grey) <= TOLERANCE).length
  return greys.toSorted((one, other) => alike(other) - alike(one))[0]
}

/** The width of the border at either end, in lines, maybe fractional. */
function borders(lines: Lines, border: number): [first: number, last: number] {
  const contrastAt = (line: number) => contrastOf(lines.sorted(line), border)
  const first = borderOf(lines.count, contrastAt)
  const last = borderOf(lines.count, (line) => contrastAt(lines.count - 1 - line))
  const most = lines.count * MOST
  return first + last >= lines.count ? [0, 0] : [Math.min(first, most), Math.min(last, most)]
}

function borderOf(count: number, contrastAt: (line: number) => number): number {
  let line = 0
  while (line < count && contrastAt(line) <= TOLERANCE) line++
  if (line === 0 || line === count) return line
  // A reduction blends the border with what follows, so the contrast rises over a few lines. What they lack of the full
  // contrast adds up to the width of border among them.
  const blended = Array.from({ length: Math.min(BLENDED, count - line) }, (_, step) =>
    contrastAt(line + step),
  )
  const full = FULL * Math.max(...blended)
  const end = blended.findIndex((contrast) => contrast >= full)
  return line + blended.slice(0, end).reduce((sum, contrast) => sum + 1 - contrast / full, 0)
}

/** How far the values of a line are from a grey, ignoring the few outliers. */
function contrastOf(sorted: Float32Array, grey: number): number {
  const specks = Math.floor(sorted.length * SPECKS)
  let [first, last] = [0, sorted.length - 1]
  const far = (at: number) => Math.abs((sorted[at] as number) - grey)
  for (let speck = 0; speck < specks; speck++) {
    if (far(first) > far(last)) first++
    else last--
  }
  return Math.max(far(first), far(last))
}
