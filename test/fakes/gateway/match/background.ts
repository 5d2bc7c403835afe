import { borderColours } from './border.ts'
import type { LabPicture } from './pixels.ts'
import { clearSeams } from './seam.ts'

const CHROMA_TOLERANCE = 10
const DARKER_TOLERANCE = 22
const LIGHTER_TOLERANCE = 16
/** From one pixel to the next: a scene changes slowly, a product's edge does not. */
const STEP = 6.5

/** 1 where the background is: what can be reached from the border over colours like the border's, without a sharp edge. */
export function backgroundOf(picture: LabPicture): Uint8Array {
  const { width, height, lab } = picture
  const colours = borderColours(picture)
  const background = new Uint8Array(width * height)
  const looksLikeBorder = (at: number) =>
    colours.some(([l, a, b]) => {
      const lighter = (lab[at * 3] ?? 0) - l
      const chroma = Math.hypot((lab[at * 3 + 1] ?? 0) - a, (lab[at * 3 + 2] ?? 0) - b)
      return chroma < CHROMA_TOLERANCE && lighter < LIGHTER_TOLERANCE && lighter > -DARKER_TOLERANCE
    })
  const queue = new Int32Array(width * height)
  let [head, tail] = [0, 0]
  const reach = (at: number) => {
    if (background[at] || !looksLikeBorder(at)) return
    background[at] = 1
    queue[tail++] = at
  }
  for (let x = 0; x < width; x++) {
    reach(x)
    reach((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    reach(y * width)
    reach(y * width + width - 1)
  }
  const step = (from: number, to: number) => {
    const dl = (lab[from * 3] ?? 0) - (lab[to * 3] ?? 0)
    const da = (lab[from * 3 + 1] ?? 0) - (lab[to * 3 + 1] ?? 0)
    const db = (lab[from * 3 + 2] ?? 0) - (lab[to * 3 + 2] ?? 0)
    if (dl * dl + da * da + db * db < STEP * STEP) reach(to)
  }
  while (head < tail) {
    const at = queue[head++] ?? 0
    const x = at % width
    if (x > 0) step(at, at - 1)
    if (x < width - 1) step(at, at + 1)
    if (at >= width) step(at, at - width)
    if (at < width * (height - 1)) step(at, at + width)
  }
  clearSeams(background, width, height)
  return background
}
