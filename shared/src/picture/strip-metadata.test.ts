import { describe, expect, test } from 'vitest'
import { inspectPicture } from './inspect.ts'
import { stripMetadata } from './strip-metadata.ts'

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]
const FRAME = segment(0xc0, [8, 1, 0x90, 1, 0x90, 1, 1, 0x11, 0])
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd9]
const jpeg = (...segments: number[][]) => Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...FRAME, ...SCAN])

/** An Exif segment with a maker and an orientation, in either byte order. */
function exif(orientation: number, isLittle: boolean): number[] {
  const u16 = (value: number) => (isLittle ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const u32 = (value: number) => (isLittle ? [...u16(value), 0, 0] : [0, 0, ...u16(value)])
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...value,
  ]
  const head = [...text(isLittle ? 'II' : 'MM'), ...u16(42), ...u32(8), ...u16(2)]
  const entries = [...entry(0x010f, 2, 6, u32(38)), ...entry(0x0112, 3, 1, [...u16(orientation), 0, 0])]
  return segment(0xe1, [...text('Exif\0\0'), ...head, ...entries, ...u32(0), ...text('canary')])
}

const chunk = (name: string, body: number[]) => [0, 0, 0, body.length, ...text(name), ...body, 9, 9, 9, 9]
const PNG = [0x89, ...text('PNG\r\n\x1a\n')]
const IHDR = chunk('IHDR', [0, 0, 1, 0x90, 0, 0, 1, 0x90, 8, 2, 0, 0, 0])

describe('a JPEG', () => {
  test('loses Exif, XMP, IPTC and comments, but no pixels', () => {
    const full = jpeg(
      segment(0xe0, text('JFIF\0')),
      exif(1, true),
      segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0canary')),
      segment(0xe2, text('ICC_PROFILE\0')),
      segment(0xed, text('Photoshop canary')),
      segment(0xee, text('Adobe')),
      segment(0xfe, text('canary')),
    )
    const bare = jpeg(
      segment(0xe0, text('JFIF\0')),
      segment(0xe2, text('ICC_PROFILE\0')),
      segment(0xee, text('Adobe')),
    )
    expect(stripMetadata(full)).toEqual(bare)
  })

  test.each([
    ['little-endian', true],
    ['big-endian', false],
  ])('keeps its orientation (%s), and only that', (_name, isLittle) => {
    const bare = stripMetadata(jpeg(exif(6, isLittle)))
    expect(String.fromCharCode(...bare)).not.toContain('canary')
    expect(inspectPicture(bare)).toMatchObject({ kind: 'jpeg', width: 400, height: 400 })
    // What was written can be read back.
    expect(stripMetadata(bare)).toEqual(bare)
    expect([...bare.subarray(0, 10)]).toEqual([0xff, 0xd8, 0xff, 0xe1, 0, 34, ...text('Exif')])
    expect(bare[31]).toBe(6)
  })
})

describe('a PNG', () => {
  test('loses its text, Exif and time, and anything after its end', () => {
    const pixels = chunk('IDAT', [1, 2, 3])
    const end = chunk('IEND', [])
    const notes = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].flatMap((name) => chunk(name, text('canary')))
    const full = Uint8Array.from([...PNG, ...IHDR, ...notes, ...pixels, ...end, ...text('canary')])
    expect([...stripMetadata(full)]).toEqual([...PNG, ...IHDR, ...pixels, ...end])
  })
})

test('damaged bytes pass unchanged, and nothing throws or loops', () => {
  const samples = [
    jpeg(exif(6, true), segment(0xfe, text('canary'))),
    Uint8Array.from([...PNG, ...IHDR, ...chunk('tEXt', text('canary'))]),
  ]
  let state = 1688
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  for (let round = 0; round < 100_000; round++) {
    const bytes = Uint8Array.from(samples[round % 2] ?? [])
    for (let change = 0; change < 3; change++)
      bytes[Math.floor(random() * bytes.length)] = random() < 0.5 ? 0xff : Math.floor(random() * 256)
    const cut = bytes.subarray(0, Math.floor(random() * (bytes.length + 1)))
    expect(stripMetadata(cut).length).toBeLessThanOrEqual(cut.length + 36)
  }
})
