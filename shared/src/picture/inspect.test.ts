import { describe, expect, test } from 'vitest'
import { inspectPicture } from './inspect.ts'
import { unusualJpeg } from './jpeg.ts'

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const zeros = (length: number) => new Array<number>(length).fill(0)
const bytes = (...parts: number[][]) => Uint8Array.from(parts.flat())

const PNG = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]
const IHDR = [0, 0, 0, 13, ...ascii('IHDR')]
const png = (size: number[]) => bytes(PNG, IHDR, size)

const JPEG = [0xff, 0xd8]
const APP0 = [0xff, 0xe0, 0, 4, 1, 2]
const frame = (marker: number) => [0xff, marker, 0, 17, 8, 0x02, 0x58, 0x03, 0x20]

const webp = (kind: string, ...rest: number[][]) =>
  bytes(ascii('RIFF'), zeros(4), ascii(`WEBP${kind}`), zeros(4), ...rest)

const ispe = (width: number, height: number) =>
  bytes(zeros(3), [20], ascii('ispe'), zeros(4), [0, 0, 0, width, 0, 0, 0, height])
const avif = (brand: string, ...boxes: Uint8Array[]) =>
  bytes([0, 0, 0, 20], ascii(`ftyp${brand}`), zeros(8), ...boxes.map((box) => [...box]))

describe('the size is read from the header', () => {
  test.each([
    ['png', png([0, 0, 0x03, 0x20, 0, 0, 0x02, 0x58]), 800, 600],
    ['jpeg', bytes(JPEG, APP0, frame(0xc0)), 800, 600],
    ['gif', bytes(ascii('GIF89a'), [0x20, 0x03, 0x58, 0x02]), 800, 600],
    ['gif', bytes(ascii('GIF87a'), [1, 0, 2, 0]), 1, 2],
    ['webp', webp('VP8X', zeros(4), [0x1f, 0x03, 0, 0x57, 0x02, 0]), 800, 600],
    ['webp', webp('VP8L', [0x2f, 0x1f, 0xc3, 0x95, 0]), 800, 600],
    ['webp', webp('VP8 ', zeros(3), [0x9d, 0x01, 0x2a, 0x20, 0x03, 0x58, 0x02]), 800, 600],
    ['avif', avif('avif', ispe(80, 60)), 80, 60],
    ['avif', avif('avis', ispe(80, 60)), 80, 60],
  ])('%s', (kind, picture, width, height) => {
    expect(inspectPicture(picture)).toEqual({ kind, width, height })
  })

  test('a JPEG may be progressive, and have fill bytes and markers without a length', () => {
    const fill = [0xff, 0xff, 0xff, 0xe1, 0, 2, 0xff, 0xd0]
    expect(inspectPicture(bytes(JPEG, fill, frame(0xc2)))).toMatchObject({ width: 800, height: 600 })
  })

  test.each([0xc4, 0xc8, 0xcc])('JPEG marker %i is not a frame', (marker) => {
    expect(inspectPicture(bytes(JPEG, [0xff, marker, 0, 6, 9, 9, 9, 9], frame(0xc1)))?.width).toBe(800)
    expect(inspectPicture(bytes(JPEG, frame(marker)))).toBeUndefined()
  })

  test("an AVIF's largest picture counts, not its thumbnail", () => {
    const picture = avif('avif', ispe(16, 16), ispe(90, 70), ispe(20, 10))
    expect(inspectPicture(picture)).toMatchObject({ width: 90, height: 70 })
  })
})

describe('a size that is not where the header says', () => {
  const frameAt = (left: number, top: number, width: number, height: number) => [
    0x2c,
    left,
    0,
    top,
    0,
    width,
    0,
    height,
    0,
  ]
  const screen = (width: number, height: number, flags = 0) =>
    bytes(ascii('GIF89a'), [width, 0, height, 0, flags, 0, 0])

  test('a GIF with a screen of 0×0 is as large as its first frame', () => {
    const comment = [0x21, 0xfe, 2, 9, 9, 1, 9, 0]
    const coloured = screen(0, 0, 0x81)
    const gif = bytes(
      [...coloured],
      zeros(12),
      comment,
      comment,
      frameAt(3, 0, 60, 40),
      frameAt(0, 0, 90, 90),
    )
    expect(inspectPicture(gif)).toEqual({ kind: 'gif', width: 63, height: 40 })
  })

  test('a frame within the screen of a GIF changes nothing, and extensions may be cut off anywhere', () => {
    expect(inspectPicture(bytes([...screen(80, 60)], frameAt(5, 5, 10, 10)))).toMatchObject({ width: 80 })
    const cut = bytes([...screen(0, 0)], [0x21, 0xfe, 200, 1, 2])
    expect(inspectPicture(cut)).toBeUndefined()
  })

  test('an AVIF may be named among the compatible brands only', () => {
    const ftyp = (...brands: string[]) =>
      bytes(
        [0, 0, 0, 12 + 4 * brands.length],
        ascii('ftyp'),
        ascii(brands[0] ?? ''),
        zeros(4),
        ascii(brands.slice(1).join('')),
      )
    const file = (...brands: string[]) => bytes([...ftyp(...brands)], [...ispe(80, 60)])
    expect(inspectPicture(file('mif1', 'miaf', 'avif'))).toEqual({ kind: 'avif', width: 80, height: 60 })
    expect(inspectPicture(file('msf1', 'avis', 'mif1'))?.kind).toBe('avif')
    expect(inspectPicture(file('mif1', 'heic'))).toBeUndefined()
    // What comes after the box is no brand.
    expect(inspectPicture(bytes([...ftyp('isom', 'mp41')], ascii('avif'), [...ispe(8, 8)]))).toBeUndefined()
  })
})

describe('a JPEG that browsers may not decode is named', () => {
  const precise = (marker: number, bits: number) => {
    const segment = frame(marker)
    segment[4] = bits
    return bytes(JPEG, APP0, segment)
  }

  test.each([
    [0xc0, 8, undefined],
    [0xc2, 8, undefined],
    [0xc1, 12, 'jpeg-12-bit'],
    [0xc3, 16, 'jpeg-lossless'],
    [0xcb, 8, 'jpeg-lossless'],
    [0xc9, 8, 'jpeg-arithmetic'],
    [0xca, 8, 'jpeg-arithmetic'],
    [0xc5, 8, 'jpeg-hierarchical'],
  ])('marker %i with %i bits', (marker, bits, kind) => {
    expect(unusualJpeg(precise(marker, bits))).toBe(kind)
  })

  test('bytes without a frame are not', () => {
    expect(unusualJpeg(bytes(JPEG, APP0))).toBeUndefined()
  })
})

describe('bytes without a size are not a picture', () => {
  test.each([
    ['nothing', bytes()],
    ['a page', bytes(ascii('<!doctype html><html>'))],
    ['a PNG without IHDR', bytes(PNG, [0, 0, 0, 13], ascii('tEXt'), zeros(8))],
    ['a PNG with a long IHDR', bytes(PNG, [0, 0, 0, 14], ascii('IHDR'), [0, 0, 0, 1, 0, 0, 0, 1])],
    ['a PNG of no height', png([0, 0, 3, 32, 0, 0, 0, 0])],
    ['a JPEG whose scan comes first', bytes(JPEG, [0xff, 0xda, 0, 2], frame(0xc0))],
    ['a JPEG that ends first', bytes(JPEG, [0xff, 0xd9], frame(0xc0))],
    ['a JPEG segment shorter than its length', bytes(JPEG, [0xff, 0xe0, 0, 1], frame(0xc0))],
    ['a JPEG with something between segments', bytes(JPEG, APP0, [0], frame(0xc0))],
    ['a GIF of no width', bytes(ascii('GIF89a'), [0, 0, 1, 0])],
    ['an AVIF without a size', avif('avif')],
    ['an MP4', avif('isom', ispe(80, 60))],
    ['a RIFF that is sound', bytes(ascii('RIFF'), zeros(4), ascii('WAVEfmt '), zeros(30))],
  ])('%s', (_what, picture) => {
    expect(inspectPicture(picture)).toBeUndefined()
  })

  test('a header cut off anywhere gives no size', () => {
    const whole = bytes(JPEG, APP0, frame(0xc0))
    for (let length = 0; length < whole.length; length++)
      expect(inspectPicture(whole.subarray(0, length)), `${length} bytes`).toBeUndefined()
  })
})
