import type { Box, Pixels } from './luma.ts'

/**
 * The cells of a picture, 4 × 4 by default, row by row: two bytes each, blue against grey (Cb) and red against grey (Cr), in
 * hexadecimal.
 */
export type Colours = string

const GRID = 4
const PART = 4
const NEUTRAL = 128
/** Levels: a picture that is nowhere more colourful than this is grey. */
const GREY = 2
/** Levels: a fainter colour is a tint, most of which may be an invisible cast. */
const FAINT = 8
/** Levels by which compression and lighting shift a colour; such a shift is no difference. */
const DRIFT = 4

/**
 * The mean colour of each cell, without brightness, with transparent pixels on white. Sums of whole numbers, so that every
 * engine gets the same.
 * @param box the part of the picture that counts, to the nearest pixel
 */
export function coloursOf(
  { data, width, height }: Pixels,
  box: Box = { left: 0, top: 0, width, height },
  grid = GRID,
): Colours {
  let hex = ''
  for (let row = 0; row < grid; row++)
    for (let column = 0; column < grid; column++) {
      const [left, right] = part(box.left, box.width, column / grid, (column + 1) / grid, width)
      const [top, bottom] = part(box.top, box.height, row / grid, (row + 1) / grid, height)
      let [red, green, blue] = [0, 0, 0]
      for (let y = top; y < bottom; y++)
        for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
          const alpha = data[at + 3] as number
          const white = 255 * (255 - alpha)
          red += (data[at] as number) * alpha + white
          green += (data[at + 1] as number) * alpha + white
          blue += (data[at + 2] as number) * alpha + white
        }
      const grey = 299 * red + 587 * green + 114 * blue
      const full = 255 * 1000 * (right - left) * (bottom - top)
      // JPEG's scale, on which every colour fits a byte.
      hex += byte((1000 * blue - grey) / full / 1.772) + byte((1000 * red - grey) / full / 1.402)
    }
  return hex
}

/** Where a cell begins and ends; at least one pixel. */
function part(
  start: number,
  extent: number,
  first: number,
  last: number,
  length: number,
): [from: number, to: number] {
  const from = Math.min(Math.max(0, Math.round(start + first * extent)), length - 1)
  return [from, Math.min(length, Math.max(from + 1, Math.round(start + last * extent)))]
}

function byte(level: number): string {
  return Math.min(255, Math.round(NEUTRAL + level))
    .toString(16)
    .padStart(2, '0')
}

/** The colours of the mirror image, left to right. */
export function mirrorColours(colours: Colours): Colours {
  const row = new RegExp(`.{${GRID * PART}}`, 'g')
  const cell = new RegExp(`.{${PART}}`, 'g')
  return colours.replace(row, (cells) => (cells.match(cell) ?? []).reverse().join(''))
}

/**
 * How far apart two pictures' colours are, in per cent of the more colourful one's: 0 for the same, nearly 100 if one is
 * grey, nearly 200 if every colour is the opposite.
 */
export function colourDistance(one: Colours, other: Colours): number {
  return levelDistance(levelsOf(one), levelsOf(other))
}

/** The same for levels, with corresponding levels at the same index. */
export function levelDistance(mine: readonly number[], theirs: readonly number[]): number {
  const apart = mine.map((level, at) => Math.max(0, Math.abs(level - (theirs[at] as number)) - DRIFT))
  return Math.round(
    (100 * rootMeanSquare(apart)) / Math.max(FAINT, rootMeanSquare(mine), rootMeanSquare(theirs)),
  )
}

export function isGrey(colours: Colours): boolean {
  return levelsOf(colours).every((level) => Math.abs(level) <= GREY)
}

/** How far each byte is from neutral. */
export function levelsOf(colours: Colours): number[] {
  return Array.from(
    { length: colours.length / 2 },
    (_, at) => Number.parseInt(colours.slice(at * 2, at * 2 + 2), 16) - NEUTRAL,
  )
}

function rootMeanSquare(levels: readonly number[]): number {
  return Math.sqrt(levels.reduce((sum, level) => sum + level * level, 0) / levels.length)
}
