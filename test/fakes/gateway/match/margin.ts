import { crop, type LabPicture } from './pixels.ts'

const SAME = 4

/** The picture without a uniform margin, such as the page's white around a screenshot of a photo; undefined if it has none. */
export function withoutMargin(picture: LabPicture): LabPicture | undefined {
  const { width, height, lab } = picture
  const paper = lab.subarray(0, 3)
  const isPaper = (x: number, y: number) => {
    const at = (y * width + x) * 3
    const [l, a, b] = [
      (lab[at] ?? 0) - (paper[0] ?? 0),
      (lab[at + 1] ?? 0) - (paper[1] ?? 0),
      (lab[at + 2] ?? 0) - (paper[2] ?? 0),
    ]
    return l * l + a * a + b * b < SAME * SAME
  }
  const rowIsPaper = (y: number) => every(width, (x) => isPaper(x, y))
  const columnIsPaper = (x: number) => every(height, (y) => isPaper(x, y))
  let [top, bottom, left, right] = [0, height - 1, 0, width - 1]
  while (top < bottom && rowIsPaper(top)) top++
  while (bottom > top && rowIsPaper(bottom)) bottom--
  while (left < right && columnIsPaper(left)) left++
  while (right > left && columnIsPaper(right)) right--
  // The row next to a margin is a blend of both: one more is taken off where there was a margin.
  if (top > 0) top++
  if (left > 0) left++
  if (bottom < height - 1) bottom--
  if (right < width - 1) right--
  const box = { left, top, width: right - left + 1, height: bottom - top + 1 }
  const nothingTaken = box.width === width && box.height === height
  return nothingTaken || box.width < 16 || box.height < 16 ? undefined : crop(picture, box)
}

function every(count: number, holds: (index: number) => boolean): boolean {
  for (let index = 0; index < count; index++) if (!holds(index)) return false
  return true
}
