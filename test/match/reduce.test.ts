import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPhoto, judgePhotos, PLATFORM_PICTURE_BYTES, THRESHOLDS } from '@find-on-1688/shared'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { resample } from '../../extension/src/image/lanczos.ts'
import { failureOf } from '../../extension/src/model/failure.ts'
import { makeSamples, type Outcome, quartersOf } from '../images/index.ts'
import { SYNTHETIC_PHOTOS, syntheticPhoto } from '../images/synthetic/index.ts'
import { reduce } from './reduce.ts'

const MAX_BYTES = PLATFORM_PICTURE_BYTES.crossborder
const NO_COLOURS: Outcome = { width: 240, height: 160, quarters: [] }

/** What comes out otherwise than in browsers. */
const OTHERWISE: Record<string, Outcome> = {
  // Ink without a profile: libvips has a printer's, browsers have a plain formula.
  'cmyk.jpg': NO_COLOURS,
  'sixteen-bits-p3.png': NO_COLOURS,
  'wrong-check-of-header.png': NO_COLOURS,
  'profile-brand.avif': { code: 'picture_damaged' },
  'bottom-first.bmp': { code: 'picture_format' },
  'top-first.bmp': { code: 'picture_format' },
  'icon.ico': { code: 'picture_format' },
  // Nobody pays for a search by an empty picture, whatever it is called.
  'external.svg': { code: 'clear' },
  'no-namespace.svg': { code: 'sheer' },
  'one-pixel.png': { code: 'plain' },
  // Of an animated PNG it reads the first frame only.
  'white-first.png': { code: 'plain' },
  'clear-first.png': { code: 'clear' },
}

const samples = await makeSamples()

test.each(samples)('$name becomes the right picture or says why not', async ({ name, bytes, outcomes }) => {
  const outcome = await outcomeOf(bytes, OTHERWISE[name])
  const right = OTHERWISE[name] ? [OTHERWISE[name]] : outcomes
  expect(
    right.some((each) => agrees(each, outcome)),
    `${JSON.stringify(outcome)} instead of ${JSON.stringify(right)}`,
  ).toBe(true)
})

async function outcomeOf(bytes: Buffer, otherwise: Outcome | undefined): Promise<Outcome> {
  try {
    const { jpeg, emptiness, ...size } = await reduce(bytes, MAX_BYTES)
    expect(jpeg.length).toBeLessThanOrEqual(MAX_BYTES)
    expect(jpeg.toString('latin1')).not.toMatch(/secret-owner|and more|Exif/)
    const { data, info } = await sharp(jpeg, { failOn: 'none' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    expect(size).toEqual({ width, height })
    if (otherwise && 'code' in otherwise) return { code: emptiness ?? 'none' }
    return { width, height, quarters: quartersOf(data, width, height, channels) }
  } catch (error) {
    return { code: failureOf(error).code }
  }
}

function agrees(right: Outcome, seen: Outcome): boolean {
  if ('code' in right || 'code' in seen) return 'code' in right && 'code' in seen && right.code === seen.code
  if (right.width !== seen.width || right.height !== seen.height) return false
  return right.quarters.every((colour, at) =>
    (colour ?? []).every(
      (value, i) => Math.abs(value - (seen.quarters[at]?.[i] ?? 0)) <= (right.within ?? 3),
    ),
  )
}

// In browsers, the story of picture formats compares the two.
test('a reduced photo is the same photo as the extension’s Lanczos makes of it', async () => {
  const names = SYNTHETIC_PHOTOS.filter((_, at) => at % 6 === 0)
  const distances: number[] = []
  for (const name of names) {
    const { data, info } = await sharp(await syntheticPhoto(name, 800))
      .resize(2400)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
    const file = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
      .png({ compressionLevel: 0 })
      .toBuffer()
    const mine = await reduce(file, MAX_BYTES)
    const theirs = resample(pixels, mine.width, mine.height)
    const { verdict, distance } = judgePhotos(await hashOf(mine.jpeg), await hashPhoto(theirs))
    expect(verdict, name).toBe('same')
    distances.push(distance ?? Number.POSITIVE_INFINITY)
  }
  // A small part of what tells a photo from another one.
  expect(Math.max(...distances)).toBeLessThanOrEqual(THRESHOLDS.same / 4)
})

test('a clean JPEG of at most 800 pixels stays as it is', async () => {
  const photo = await syntheticPhoto(SYNTHETIC_PHOTOS[0] as string, 640)
  const clean = (await reduce(photo, MAX_BYTES)).jpeg
  expect((await reduce(clean, MAX_BYTES)).jpeg.equals(clean)).toBe(true)
  expect(clean.length).toBeGreaterThan(1000)
  expect((await reduce(clean, clean.length - 1)).jpeg.equals(clean)).toBe(false)
})

test('a drawing shows nothing of the files of this machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'drawing-'))
  const secret = join(folder, 'secret.png')
  await sharp({ create: { width: 60, height: 60, channels: 3, background: '#c00' } }).toFile(secret)
  const withImage = (href: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 60">
        <image href="${href}" xlink:href="${href}" width="60" height="60"/></svg>`,
    )
  try {
    const inside = `data:image/png;base64,${readFileSync(secret).toString('base64')}`
    expect((await reduce(withImage(inside), MAX_BYTES)).emptiness).toBe('plain')
    for (const href of [secret, `file://${secret}`])
      expect((await reduce(withImage(href), MAX_BYTES)).emptiness, href).toBe('clear')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the same file is the same JPEG again, or a search would be paid twice', async () => {
  const noise = samples.find(({ name }) => name === 'noise.png')?.bytes as Buffer
  const [one, other] = [await reduce(noise, MAX_BYTES), await reduce(noise, MAX_BYTES)]
  expect(one.jpeg.equals(other.jpeg)).toBe(true)
})

test('one that fits at no quality becomes smaller, or is too large', async () => {
  const noise = samples.find(({ name }) => name === 'noise.png')?.bytes as Buffer
  const { jpeg, width } = await reduce(noise, 100_000)
  expect(jpeg.length).toBeLessThanOrEqual(100_000)
  expect(width).toBeLessThan(800)
  await expect(reduce(noise, 100)).rejects.toMatchObject({ failure: { code: 'picture_too_large' } })
})

async function hashOf(picture: Buffer) {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return hashPhoto({ data, width: info.width, height: info.height })
}
