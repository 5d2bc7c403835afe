/** The pixels of one picture, with any number of channels, as `sharp` returns them raw. */
export interface Raw {
  data: Uint8Array
  width: number
  height: number
  channels: number
}

const WINDOW = 8
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

/**
 * The mean structural similarity of two pictures of the same size, on luma, over windows of 8×8 pixels that overlap by half
 * (Wang et al., 2004). 1 means identical.
 */
export function structuralSimilarity(one: Raw, other: Raw): number {
  if (one.width !== other.width || one.height !== other.height)
    throw new Error(`${one.width}×${one.height} against ${other.width}×${other.height}`)
  const [a, b] = [luma(one), luma(other)]
  let sum = 0
  let count = 0
  for (let y = 0; y + WINDOW <= one.height; y += WINDOW / 2)
    for (let x = 0; x + WINDOW <= one.width; x += WINDOW / 2) {
      sum += windowSimilarity(a, b, one.width, x, y)
      count++
    }
  return sum / count
}

function windowSimilarity(
  a: Float64Array,
  b: Float64Array,
  width: number,
  left: number,
  top: number,
): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0]
  for (let y = top; y < top + WINDOW; y++)
    for (let x = left; x < left + WINDOW; x++) {
      const [p, q] = [a[y * width + x] ?? 0, b[y * width + x] ?? 0]
      sumA += p
      sumB += q
      squaresA += p * p
      squaresB += q * q
      products += p * q
    }
  const n = WINDOW * WINDOW
  const [meanA, meanB] = [sumA / n, sumB / n]
  const varianceA = squaresA / n - meanA * meanA
  const varianceB = squaresB / n - meanB * meanB
  const covariance = products / n - meanA * meanB
  return (
    ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
    ((meanA ** 2 + meanB ** 2 + C1) * (varianceA + varianceB + C2))
  )
}

function luma({ data, width, height, channels }: Raw): Float64Array {
  const result = new Float64Array(width * height)
  for (let i = 0; i < result.length; i++) {
    const at = i * channels
    const red = data[at] ?? 0
    result[i] = channels < 3 ? red : 0.299 * red + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
  }
  return result
}
