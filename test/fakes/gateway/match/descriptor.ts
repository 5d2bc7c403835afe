import type { Subject } from './subject.ts'

const FINE = 32
const CELLS = 16
const HOG_CELLS = 8
const DIRECTIONS = 8

export const GRID_FLOATS = CELLS * CELLS * 4
const HOG_FLOATS = HOG_CELLS * HOG_CELLS * DIRECTIONS
export const SUBJECT_FLOATS = GRID_FLOATS + HOG_FLOATS

/**
 * A subject brought to one size in a square: 16 × 16 cells of coverage, L, a, b, then 8 × 8 cells of edge directions of
 * unit length together.
 */
export type SubjectDescriptor = Float32Array

/** @param tilt degrees by which the subject is turned first */
export function describe(subject: Subject, tilt = 0): SubjectDescriptor {
  return describeFine(spread(subject, tilt))
}

/** As `describe`, and how its mirror image is described. */
export function describeBoth(subject: Subject, tilt: number): [SubjectDescriptor, SubjectDescriptor] {
  const fine = spread(subject, tilt)
  return [describeFine(fine), describeFine(mirror(fine))]
}

function describeFine(fine: Float32Array): SubjectDescriptor {
  const descriptor = new Float32Array(SUBJECT_FLOATS)
  gridInto(descriptor, fine)
  hogInto(descriptor.subarray(GRID_FLOATS), fine)
  return descriptor
}

function mirror(fine: Float32Array): Float32Array {
  const mirrored = new Float32Array(fine.length)
  for (let cell = 0; cell < FINE * FINE; cell++) {
    const column = cell % FINE
    const to = cell - column + FINE - 1 - column
    mirrored.set(fine.subarray(cell * 4, cell * 4 + 4), to * 4)
  }
  return mirrored
}

/** The subject's points on a 32 × 32 grid over their bounding square: coverage, L, a, b. */
function spread({ points, count }: Subject, tilt: number): Float32Array {
  const [cos, sin] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)]
  const places = new Float32Array(count * 2)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < count; at++) {
    const [x, y] = [points[at * 5] ?? 0, points[at * 5 + 1] ?? 0]
    const [turnedX, turnedY] = [cos * x - sin * y, sin * x + cos * y]
    places[at * 2] = turnedX
    places[at * 2 + 1] = turnedY
    left = Math.min(left, turnedX)
    right = Math.max(right, turnedX)
    top = Math.min(top, turnedY)
    bottom = Math.max(bottom, turnedY)
  }
  const side = Math.max(right - left, bottom - top) + 1
  const [startX, startY] = [(left + right - side) / 2 + 0.5, (top + bottom - side) / 2 + 0.5]
  const fine = new Float32Array(FINE * FINE * 4)
  const scale = FINE / side
  for (let at = 0; at < count; at++) {
    const column = ((places[at * 2] ?? 0) - startX + 0.5) * scale - 0.5
    const row = ((places[at * 2 + 1] ?? 0) - startY + 0.5) * scale - 0.5
    const [x, y] = [Math.floor(column), Math.floor(row)]
    const [partX, partY] = [column - x, row - y]
    for (let corner = 0; corner < 4; corner++) {
      const [atX, atY] = [x + (corner & 1), y + (corner >> 1)]
      if (atX < 0 || atY < 0 || atX >= FINE || atY >= FINE) continue
      const weight = (corner & 1 ? partX : 1 - partX) * (corner >> 1 ? partY : 1 - partY)
      const cell = (atY * FINE + atX) * 4
      fine[cell] = (fine[cell] ?? 0) + weight
      for (let channel = 1; channel < 4; channel++)
        fine[cell + channel] = (fine[cell + channel] ?? 0) + weight * (points[at * 5 + 1 + channel] ?? 0)
    }
  }
  const full = 1 / (scale * scale)
  for (let cell = 0; cell < FINE * FINE; cell++) {
    const weight = fine[cell * 4] ?? 0
    if (weight === 0) continue
    for (let channel = 1; channel < 4; channel++)
      fine[cell * 4 + channel] = (fine[cell * 4 + channel] ?? 0) / weight
    fine[cell * 4] = Math.min(1, weight / full)
  }
  return fine
}

function gridInto(grid: Float32Array, fine: Float32Array): void {
  const ratio = FINE / CELLS
  for (let y = 0; y < FINE; y++) {
    for (let x = 0; x < FINE; x++) {
      const from = (y * FINE + x) * 4
      const to = (Math.floor(y / ratio) * CELLS + Math.floor(x / ratio)) * 4
      const weight = fine[from] ?? 0
      grid[to] = (grid[to] ?? 0) + weight
      for (let channel = 1; channel < 4; channel++)
        grid[to + channel] = (grid[to + channel] ?? 0) + weight * (fine[from + channel] ?? 0)
    }
  }
  for (let cell = 0; cell < CELLS * CELLS; cell++) {
    const weight = grid[cell * 4] ?? 0
    if (weight === 0) continue
    for (let channel = 1; channel < 4; channel++)
      grid[cell * 4 + channel] = (grid[cell * 4 + channel] ?? 0) / weight
    grid[cell * 4] = weight / (ratio * ratio)
  }
}

/** Edges inside the subject and of its outline: outside counts as mid-grey, so that no scene shows. */
function hogInto(hog: Float32Array, fine: Float32Array): void {
  const ratio = FINE / HOG_CELLS
  const light = (x: number, y: number) => {
    const cell = (y * FINE + x) * 4
    const coverage = fine[cell] ?? 0
    return coverage * (fine[cell + 1] ?? 0) + (1 - coverage) * 110
  }
  for (let y = 1; y < FINE - 1; y++) {
    for (let x = 1; x < FINE - 1; x++) {
      const [dx, dy] = [light(x + 1, y) - light(x - 1, y), light(x, y + 1) - light(x, y - 1)]
      const strength = Math.sqrt(Math.hypot(dx, dy))
      const turn = ((Math.atan2(dy, dx) / Math.PI + 1) * DIRECTIONS) % DIRECTIONS
      const [low, part] = [Math.floor(turn), turn - Math.floor(turn)]
      const cell = (Math.floor(y / ratio) * HOG_CELLS + Math.floor(x / ratio)) * DIRECTIONS
      hog[cell + (low % DIRECTIONS)] = (hog[cell + (low % DIRECTIONS)] ?? 0) + strength * (1 - part)
      hog[cell + ((low + 1) % DIRECTIONS)] = (hog[cell + ((low + 1) % DIRECTIONS)] ?? 0) + strength * part
    }
  }
  let length = 0
  for (const value of hog) length += value * value
  length = Math.sqrt(length) || 1
  for (let at = 0; at < hog.length; at++) hog[at] = (hog[at] ?? 0) / length
}
