import type { Emptiness } from '../model/picture.ts'

/** Alpha, 0 to 255, that nobody sees. */
const INVISIBLE = 8
/** Mean alpha of a watermark; a product that was cut out covers more. */
const SHEER = 80
/** Between the darkest and the lightest value of a channel: what compression does to one colour. */
const SAME_COLOUR = 10

/** Of RGBA values, 0 to 255, without premultiplied alpha. */
export function emptinessOfPixels(rgba: ArrayLike<number>): Emptiness | undefined {
  const low = [255, 255, 255]
  const high = [0, 0, 0]
  let [highestAlpha, sum] = [0, 0]
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0
    highestAlpha = Math.max(highestAlpha, alpha)
    sum += alpha
    for (let channel = 0; channel < 3; channel++) {
      const onWhite = 255 + (((rgba[at + channel] ?? 0) - 255) * alpha) / 255
      low[channel] = Math.min(low[channel] ?? 0, onWhite)
      high[channel] = Math.max(high[channel] ?? 0, onWhite)
    }
  }
  if (highestAlpha <= INVISIBLE) return 'clear'
  if ((sum * 4) / rgba.length < SHEER) return 'sheer'
  return low.every((value, channel) => (high[channel] ?? 0) - value <= SAME_COLOUR) ? 'plain' : undefined
}
