import type { Random } from '../../../fakes/gateway/catalogue/random.ts'

/** The share of the side by which a corner may move. */
const REACH = 0.14

/** The picture with each corner moved inwards, like a plane seen from the side. Four bytes per pixel. */
export function warp(
  data: Buffer,
  { width, height }: { width: number; height: number },
  random: Random,
): Buffer {
  const inward = () => random.between(0, REACH)
  // The corners of the result come from this far outside the source.
  const corners = [
    [-inward(), -inward()],
    [1 + inward(), -inward()],
    [1 + inward(), 1 + inward()],
    [-inward(), 1 + inward()],
  ] as const
  const source = homography(corners)
  const result = Buffer.alloc(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = source((x + 0.5) / width, (y + 0.5) / height)
      const [fromX, fromY] = [Math.floor(u * width), Math.floor(v * height)]
      if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue
      data.copy(result, (y * width + x) * 4, (fromY * width + fromX) * 4, (fromY * width + fromX) * 4 + 4)
    }
  return result
}

type Point = readonly [x: number, y: number]

/** Maps the unit square to four corners, after Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989). */
function homography([a, b, c, d]: readonly [Point, Point, Point, Point]): (x: number, y: number) => Point {
  const [dx1, dx2, dx3] = [b[0] - c[0], d[0] - c[0], a[0] - b[0] + c[0] - d[0]]
  const [dy1, dy2, dy3] = [b[1] - c[1], d[1] - c[1], a[1] - b[1] + c[1] - d[1]]
  const full = dx1 * dy2 - dx2 * dy1
  const [g, h] = [(dx3 * dy2 - dx2 * dy3) / full, (dx1 * dy3 - dx3 * dy1) / full]
  return (x, y) => {
    const far = g * x + h * y + 1
    const along = (from: number, right: number, down: number) =>
      ((right - from + g * right) * x + (down - from + h * down) * y + from) / far
    return [along(a[0], b[0], d[0]), along(a[1], b[1], d[1])]
  }
}
