import { expect, test } from 'vitest'
import { lumaOf, type Pixels } from './luma.ts'
import { toSquare } from './resample.ts'
import { drawing, mirrorImage, paint } from './testing/sample.ts'
import { type DecodedThumbnail, decodeThumbnail, mirrorThumbnail, thumbnailOf } from './thumbnail.ts'

const thumbnail = (pixels: Pixels) => thumbnailOf(pixels, toSquare(lumaOf(pixels)))

test("a thumbnail has 32 × 32 greys, off by at most two levels, and the photo's width and height", () => {
  const slope = thumbnail(paint(320, 160, (x) => [x / 2, x / 2, x / 2, 255]))
  expect(slope).toMatchObject({ width: 320, height: 160 })
  expect(slope.grey).toHaveLength(1024)
  const { grey, ratio } = decodeThumbnail(slope)
  expect(ratio).toBe(2)
  for (const at of [1, 8, 16, 30])
    expect(Math.abs((grey[32 * 5 + at] as number) - (at * 5 + 2.25))).toBeLessThan(3)
})

test('the mirrored thumbnail is the thumbnail of the mirror image', () => {
  const [one, other] = [drawing(6, 256, 256), mirrorImage(drawing(6, 256, 256))].map((picture) =>
    decodeThumbnail(thumbnail(picture)),
  ) as [DecodedThumbnail, DecodedThumbnail]
  expect(mirrorThumbnail(one)).toEqual(other)
  expect(one).not.toEqual(other)
})

// It is stored, and compared with those of other engines and versions.
test('a picture has the same thumbnail as ever', () => {
  expect(thumbnail(drawing(1)).grey.slice(0, 64)).toMatchInlineSnapshot(
    `"NKJJJJJKNaaaabbbbccdeeddddeeejjbNKJJJJJKNbabbbbbccceeeddeeeedjjZ"`,
  )
})
