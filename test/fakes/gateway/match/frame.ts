import type { LabPicture } from './pixels.ts'

const CELLS = 16

export const FRAME_FLOATS = CELLS * CELLS * 3

/** The whole frame, whatever is in it: 16 × 16 cells of L, a, b. Finds the very same photo again. */
export type FrameDescriptor = Float32Array

export function describeFrame({ width, height, lab }: LabPicture): FrameDescriptor {
  const frame = new Float32Array(FRAME_FLOATS)
  const weights = new Float32Array(CELLS * CELLS)
  const columns = shares(width)
  const rows = shares(height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3
      for (const [row, rowShare] of rows[y] ?? []) {
        for (const [column, columnShare] of columns[x] ?? []) {
          const [cell, weight] = [row * CELLS + column, rowShare * columnShare]
          weights[cell] = (weights[cell] ?? 0) + weight
          for (let channel = 0; channel < 3; channel++)
            frame[cell * 3 + channel] = (frame[cell * 3 + channel] ?? 0) + weight * (lab[from + channel] ?? 0)
        }
      }
    }
  }
  return frame.map((sum, at) => sum / (weights[Math.floor(at / 3)] || 1))
}

/** Which cells each of the pixels in a line lies in, and how much of it. */
function shares(pixels: number): [cell: number, share: number][][] {
  return Array.from({ length: pixels }, (_, at) => {
    const [start, end] = [(at * CELLS) / pixels, ((at + 1) * CELLS) / pixels]
    const cell = Math.floor(start)
    const border = Math.min(end, cell + 1)
    return end > border && cell + 1 < CELLS
      ? [
          [cell, border - start],
          [cell + 1, end - border],
        ]
      : [[cell, end - start]]
  })
}

/** The cells that differ most decide: a small product on a large background must not drown in it. */
const WORST = 13
const SCALE = 18

/** Where even all cells together differ by this much, the worst need not be looked for. */
const OTHER = 12

/** 0 … 1 */
export function frameScore(one: FrameDescriptor, other: FrameDescriptor): number {
  const distances = new Float32Array(CELLS * CELLS)
  let sum = 0
  for (let cell = 0; cell < distances.length; cell++) {
    const l = (one[cell * 3] ?? 0) - (other[cell * 3] ?? 0)
    const a = (one[cell * 3 + 1] ?? 0) - (other[cell * 3 + 1] ?? 0)
    const b = (one[cell * 3 + 2] ?? 0) - (other[cell * 3 + 2] ?? 0)
    const distance = Math.sqrt(l * l + a * a + b * b)
    distances[cell] = distance
    sum += distance
    if (sum > OTHER * distances.length) return 0
  }
  const worst =
    distances
      .sort()
      .subarray(-WORST)
      .reduce((total, distance) => total + distance, 0) / WORST
  return Math.exp(-((worst / SCALE) ** 2))
}
