import { expect, test } from 'vitest'
import { isCleanJpeg } from './clean-jpeg.ts'

const segment = (marker: number, ...body: number[]) => [0xff, marker, 0, body.length + 2, ...body]
const JFIF = segment(0xe0, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0)
const frame = (marker: number, components: number) => segment(marker, 8, 0, 50, 0, 60, components, 1, 0x11, 0)
const SCAN = [...segment(0xda, 1, 1, 0, 0, 63, 0), 1, 2, 3]
const END = [0xff, 0xd9]
const exif = (orientation: number) =>
  segment(
    0xe1,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
  )
const jpeg = (...parts: number[][]) => Uint8Array.from([[0xff, 0xd8], ...parts].flat())

test.each([
  ['baseline', jpeg(JFIF, frame(0xc0, 3), SCAN, END)],
  ['progressive, in several scans', jpeg(JFIF, frame(0xc2, 3), SCAN, SCAN, END)],
  ['grey', jpeg(frame(0xc0, 1), SCAN, END)],
  ['upright by its metadata', jpeg(JFIF, exif(1), frame(0xc0, 3), SCAN, END)],
])('a JPEG that is %s can be sent as it is', (_, bytes) => {
  expect(isCleanJpeg(bytes)).toBe(true)
})

test.each([
  ['turned by its metadata', jpeg(JFIF, exif(6), frame(0xc0, 3), SCAN, END)],
  ['CMYK', jpeg(JFIF, frame(0xc0, 4), SCAN, END)],
  ['in a colour space of its own', jpeg(JFIF, segment(0xe2, 1, 2, 3), frame(0xc0, 3), SCAN, END)],
  ["in Adobe's colours", jpeg(segment(0xee, 1, 2, 3), frame(0xc0, 3), SCAN, END)],
  ['arithmetically coded', jpeg(frame(0xc9, 3), SCAN, END)],
  ['carrying a small picture', jpeg([0xff, 0xe0, 0, 40, ...Array(38).fill(1)], frame(0xc0, 3), SCAN, END)],
  ['cut off', jpeg(JFIF, frame(0xc0, 3), SCAN)],
  ['followed by something', jpeg(JFIF, frame(0xc0, 3), SCAN, END, [1, 2])],
  ['without pixels', jpeg(JFIF, frame(0xc0, 3), END)],
])('a JPEG that is %s cannot', (_, bytes) => {
  expect(isCleanJpeg(bytes)).toBe(false)
})
