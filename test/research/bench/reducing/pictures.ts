import { join } from 'node:path'
import sharp from 'sharp'
import { SYNTHETIC_PHOTOS, syntheticPhotoFile } from '../../../images/synthetic/index.ts'

export type Kind = 'photo' | 'illustration' | 'text' | 'zone plate' | '12 MP' | '144 MP'

export interface BenchPicture {
  name: string
  kind: Kind
  file: string
  /** After the reduction; every side at most 800, the zone plate's at most 320. */
  width: number
  height: number
}

const PHOTOS = 13
const PHOTO_SIDE = 1600

/** Synthetic photos of things and rooms, drawings with fine lines, words, and rings; made in a folder of their own. */
export async function makePictures(folder: string): Promise<BenchPicture[]> {
  const at = (name: string) => join(folder, name)
  const photos = await photoFiles()
  const svg = (body: string, width: number, height: number) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${body}</svg>`,
      ),
    )
  await svg(hatching(), 3000, 2400).png().toFile(at('hatching.png'))
  await svg(halftone(), 2600, 2600).png().toFile(at('halftone.png'))
  await svg(weave(), 3200, 2000).png().toFile(at('weave.png'))
  await svg(blueprint(), 2800, 2100).png().toFile(at('blueprint.png'))
  await svg(words(), 2400, 1800).png().toFile(at('words.png'))
  await rings(1200).toFile(at('rings.png'))
  const [first] = photos
  await sharp(first)
    .resize(4000, 3000, { fit: 'cover', kernel: 'lanczos3' })
    .jpeg({ quality: 90 })
    .toFile(at('12mp.jpg'))
  await sharp(first).resize(12_000, 12_000, { fit: 'cover' }).jpeg({ quality: 80 }).toFile(at('144mp.jpg'))
  const all: [string, Kind, string][] = [
    ...photos.map((file, index): [string, Kind, string] => [`photo ${index + 1}`, 'photo', file]),
    ...['hatching', 'halftone', 'weave', 'blueprint'].map((name): [string, Kind, string] => [
      name,
      'illustration',
      at(`${name}.png`),
    ]),
    ['words', 'text', at('words.png')],
    ['rings', 'zone plate', at('rings.png')],
    ['12 MP', '12 MP', at('12mp.jpg')],
    ['144 MP', '144 MP', at('144mp.jpg')],
  ]
  return Promise.all(
    all.map(async ([name, kind, file]) => {
      const { width, height } = await sharp(file).metadata()
      const scale = (kind === 'zone plate' ? 320 : 800) / Math.max(width, height)
      return { name, kind, file, width: Math.round(width * scale), height: Math.round(height * scale) }
    }),
  )
}

function photoFiles(): Promise<string[]> {
  // One of each kind, and two of most: every fourth.
  const names = SYNTHETIC_PHOTOS.filter((_, at) => at % 4 === 0).slice(0, PHOTOS)
  return Promise.all(names.map((name) => syntheticPhotoFile(name, PHOTO_SIDE)))
}

function hatching(): string {
  const lines = Array.from(
    { length: 600 },
    (_, i) => `<path d="M${i * 10 - 2400} 0 l2400 2400" stroke="#222" stroke-width="${1 + (i % 3)}"/>`,
  )
  return lines.join('')
}

function halftone(): string {
  const dots = Array.from({ length: 130 * 130 }, (_, i) => {
    const [x, y] = [i % 130, Math.floor(i / 130)]
    return `<circle cx="${x * 20 + 10}" cy="${y * 20 + 10}" r="${1 + 8 * Math.abs(Math.sin(x / 17) * Math.cos(y / 23))}"/>`
  })
  return `<g fill="#a3215c">${dots.join('')}</g>`
}

function weave(): string {
  const threads = Array.from(
    { length: 400 },
    (_, i) =>
      `<rect x="${i * 8}" width="4" height="2000" fill="hsl(${i} 60% 45%)"/><rect y="${i * 5}" width="3200" height="2" fill="hsl(${i * 2} 50% 30%)" opacity=".6"/>`,
  )
  return threads.join('')
}

function blueprint(): string {
  const circles = Array.from(
    { length: 90 },
    (_, i) => `<circle cx="1400" cy="1050" r="${i * 14}" fill="none" stroke="#1c4fa0" stroke-width="2"/>`,
  )
  const rays = Array.from(
    { length: 180 },
    (_, i) =>
      `<path d="M1400 1050 l${1400 * Math.cos((i * Math.PI) / 90)} ${1400 * Math.sin((i * Math.PI) / 90)}" stroke="#1c4fa0"/>`,
  )
  return circles.join('') + rays.join('')
}

function words(): string {
  const lines = Array.from(
    { length: 70 },
    (_, i) =>
      `<text x="40" y="${40 + i * 25}" font-family="Noto Sans CJK SC, sans-serif" font-size="${14 + (i % 4) * 3}">Everyday backpack 22 L, water-repellent · 大容量防泼水双肩背包 跨境货源 ${i * 7919} · ¥${i * 13}.80 / 500+</text>`,
  )
  return lines.join('')
}

function rings(side: number) {
  const data = Buffer.alloc(side * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      data[y * side + x] = 127.5 + 127.5 * Math.cos((Math.PI * (x * x + y * y)) / (2 * side))
  return sharp(data, { raw: { width: side, height: side, channels: 1 } }).png()
}
