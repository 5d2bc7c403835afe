import { lanczosWeights, type Weights } from '@find-on-1688/shared'

/** Pixels as a canvas gives them: four bytes each, red, green, blue and alpha, row by row. */
export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/**
 * The opaque picture at another size through the Lanczos 3 kernel, widened by the reduction as Pillow does, on the
 * stored values. Each source row is reduced to the new width and added to the few rows that it takes part in, so that
 * besides source and result only those are held.
 */
export function resample({ data, width, height }: Pixels, toWidth: number, toHeight: number): Pixels {
  const across = lanczosWeights(toWidth, width)
  const down = lanczosWeights(toHeight, height)
  const row = new Float32Array(toWidth * 3)
  const sums = new Map<number, Float32Array>()
  const result = new Uint8ClampedArray(toWidth * toHeight * 4)
  let first = 0
  for (let y = 0; y < height; y++) {
    reduceRow(data, y * width * 4, across, row)
    for (let to = first; to < toHeight; to++) {
      const at = y - (down.from[to] as number)
      if (at < 0) break
      const weight = at < down.taps ? (down.values[to * down.taps + at] as number) : 0
      const sum = sums.get(to) ?? new Float32Array(row.length)
      sums.set(to, sum)
      if (weight !== 0)
        for (let i = 0; i < row.length; i++) sum[i] = (sum[i] as number) + weight * (row[i] as number)
      if (to === first && (at >= down.taps - 1 || y === height - 1)) {
        write(sum, result, to * toWidth * 4)
        sums.delete(to)
        first++
      }
    }
  }
  return { data: result, width: toWidth, height: toHeight }
}

/** Three sums side by side: the inner loop is where nearly all of the time goes. */
function reduceRow(
  data: Uint8ClampedArray,
  start: number,
  { from, values, taps }: Weights,
  row: Float32Array,
): void {
  for (let x = 0; x < from.length; x++) {
    let red = 0
    let green = 0
    let blue = 0
    let at = start + (from[x] as number) * 4
    const end = (x + 1) * taps
    for (let i = x * taps; i < end; i++) {
      const weight = values[i] as number
      red += weight * (data[at] as number)
      green += weight * (data[at + 1] as number)
      blue += weight * (data[at + 2] as number)
      at += 4
    }
    row[x * 3] = red
    row[x * 3 + 1] = green
    row[x * 3 + 2] = blue
  }
}

function write(sum: Float32Array, result: Uint8ClampedArray, start: number): void {
  for (let from = 0, to = start; from < sum.length; from += 3, to += 4) {
    result[to] = sum[from] as number
    result[to + 1] = sum[from + 1] as number
    result[to + 2] = sum[from + 2] as number
    result[to + 3] = 255
  }
}
