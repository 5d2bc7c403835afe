import sharp from 'sharp'
import { backgroundOf } from './background.ts'
import { type Box, readPicture } from './pixels.ts'

/** Things closer than this, in pixels of the 176 that are looked at, are one subject: the two shoes of a pair. */
const CELL = 5
/** A cell with less in it is empty: the blend where two backgrounds meet is a line of a pixel or two. */
const LEAST_COVER = 0.45
/** Relative to the largest: anything smaller is an accessory. */
const LEAST_PART = 0.12
const MOST = 5

/**
 * The boxes of the separate things that stand before a picture's background, the largest first, in the picture's own
 * pixels. Empty for a picture that is nothing but background.
 *
 * @throws when the bytes are no picture
 */
export async function subjectBoxes(bytes: Uint8Array): Promise<Box[]> {
  const picture = await readPicture(bytes)
  const background = backgroundOf(picture)
  const things = thingsIn(coveredCells(background, picture.width, picture.height))
  const largest = Math.max(0, ...things.map(({ cells }) => cells))
  const boxes = things.filter(({ cells }) => cells >= largest * LEAST_PART)
  const { width, height } = await sizeOf(bytes)
  const scale = { x: width / picture.width, y: height / picture.height }
  return boxes
    .sort((one, other) => other.cells - one.cells)
    .slice(0, MOST)
    .map(({ left, top, right, bottom }) => {
      const x = Math.floor(left * CELL * scale.x)
      const y = Math.floor(top * CELL * scale.y)
      return {
        left: x,
        top: y,
        width: Math.min(width, Math.ceil((right + 1) * CELL * scale.x)) - x,
        height: Math.min(height, Math.ceil((bottom + 1) * CELL * scale.y)) - y,
      }
    })
}

/** As it is displayed, with its orientation tag applied. */
export async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(bytes).metadata()
  return autoOrient
}

interface Cells {
  columns: number
  rows: number
  isCovered: Uint8Array
}

function coveredCells(background: Uint8Array, width: number, height: number): Cells {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)]
  const covered = new Float32Array(columns * rows)
  for (let at = 0; at < background.length; at++) {
    if (background[at]) continue
    const cell = Math.floor(Math.floor(at / width) / CELL) * columns + Math.floor((at % width) / CELL)
    covered[cell] = (covered[cell] ?? 0) + 1
  }
  return {
    columns,
    rows,
    isCovered: Uint8Array.from(covered, (count) => +(count >= CELL * CELL * LEAST_COVER)),
  }
}

interface Thing {
  cells: number
  left: number
  top: number
  right: number
  bottom: number
}

/** Covered cells that touch, at a corner at least. */
function thingsIn({ columns, rows, isCovered }: Cells): Thing[] {
  const things: Thing[] = []
  const waiting = isCovered.slice()
  for (let start = 0; start < waiting.length; start++) {
    if (!waiting[start]) continue
    const thing = { cells: 0, left: columns, top: rows, right: 0, bottom: 0 }
    const stack = [start]
    waiting[start] = 0
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [column, row] = [at % columns, Math.floor(at / columns)]
      thing.cells++
      thing.left = Math.min(thing.left, column)
      thing.right = Math.max(thing.right, column)
      thing.top = Math.min(thing.top, row)
      thing.bottom = Math.max(thing.bottom, row)
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          const next = y * columns + x
          if (!waiting[next]) continue
          waiting[next] = 0
          stack.push(next)
        }
    }
    things.push(thing)
  }
  return things
}
