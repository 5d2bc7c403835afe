import { inspectPicture, LIMITS, unsupportedFormat, unusualJpeg } from '@find-on-1688/shared'
import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { emptinessOfPixels } from '../../extension/src/image/empty-pixels.ts'
import { asItIs, isTooLarge, QUALITIES, sentSizes } from '../../extension/src/image/reduce-plan.ts'
import type { Size } from '../../extension/src/model/box.ts'
import { fail } from '../../extension/src/model/failure.ts'
import type { Emptiness } from '../../extension/src/model/picture.ts'

export interface Reduced extends Size {
  jpeg: Buffer
  /** There is nothing to see in it. */
  emptiness?: Emptiness
}

const WHITE = '#fff'
/** Each side of what is looked at to tell an empty picture. */
const LOOK = 32
/** Frames of an animation that are looked at. */
const FRAMES = 12
/** A drawing may be written so that it never ends. */
const TIMEOUT_SECONDS = 20
/** Of an SVG, at its own size. */
const SVG_DPI = 72
const MAX_SVG_DPI = 7200

/**
 * The JPEG to send for a picture: what `reduce` in the extension makes of it, by the same sizes and qualities, with another
 * decoder.
 *
 * @throws AppError `picture_too_large`, `picture_format`, `not_a_picture` or `picture_damaged`
 */
export async function reduce(file: Buffer, maxBytes: number): Promise<Reduced> {
  const bytes = inUtf8(file)
  const frame = await open(bytes)
  const { size, emptiness } = frame
  const told = emptiness && { emptiness }
  const plain = asItIs(bytes, size, maxBytes)
  if (plain) return { jpeg: Buffer.from(plain), ...size, ...told }
  for (const sent of sentSizes(size)) {
    const { data, info } = await frame
      .picture()
      .flatten({ background: WHITE })
      .resize(sent.width, sent.height, { fit: 'fill' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(() => failDamaged(bytes))
    const raw = { width: info.width, height: info.height, channels: info.channels }
    for (const quality of QUALITIES) {
      const jpeg = await sharp(data, { raw })
        .jpeg({ quality: Math.round(quality * 100) })
        .toBuffer()
      if (jpeg.length <= maxBytes) return { jpeg, ...sent, ...told }
    }
  }
  return fail('picture_too_large')
}

interface Frame {
  /** Upright, in pixels. */
  size: Size
  emptiness: Emptiness | undefined
  /** What is seen of it in few pixels. */
  look: Buffer
  picture(): Sharp
}

/** The picture; of an animation the first frame, or if that is empty, the one that is least like it. */
async function open(bytes: Buffer): Promise<Frame> {
  const options = await optionsFor(bytes)
  const upright = (page: number) =>
    sharp(bytes, { ...options, page })
      .autoOrient()
      .timeout({ seconds: TIMEOUT_SECONDS })
  const { pages = 1, autoOrient } = await sharp(bytes, options)
    .metadata()
    .catch(() => failDamaged(bytes))
  const size = { width: autoOrient.width, height: autoOrient.height }
  const frameAt = async (page: number): Promise<Frame> => {
    const look = await lookAt(upright(page)).catch(() => failDamaged(bytes))
    return { size, look, emptiness: emptinessOfPixels(look), picture: () => upright(page) }
  }
  const first = await frameAt(0)
  if (!first.emptiness) return first
  const later: Frame[] = []
  for (let page = 1; page < Math.min(pages, FRAMES); page++) later.push(await frameAt(page))
  const rankOf = ({ look }: Frame) =>
    look.reduce((sum, value, at) => sum + Math.abs(value - (first.look[at] ?? 0)), 0)
  return later
    .filter(({ emptiness }) => !emptiness)
    .reduce((best, each) => (rankOf(each) > rankOf(best) ? each : best), first)
}

async function optionsFor(bytes: Buffer): Promise<SharpOptions> {
  const options = { failOn: 'none', limitInputPixels: LIMITS.picturePixels } as const
  const header = inspectPicture(bytes)
  if (header) {
    if (isTooLarge(header)) fail('picture_too_large', `${header.width}×${header.height}`)
    // libvips reads neither.
    if (header.kind === 'bmp' || header.kind === 'ico') fail('picture_format', header.kind)
    return options
  }
  const kind = unsupportedFormat(bytes)
  if (kind === 'broken') fail('picture_damaged')
  if (!kind || kind === 'html' || kind === 'empty' || kind === 'pdf' || kind === 'video')
    fail('not_a_picture', kind)
  if (kind !== 'svg') fail('picture_format', kind)
  // It has no pixels of its own.
  const { width, height } = await sharp(bytes, options)
    .metadata()
    .catch(() => fail('picture_damaged'))
  const density = (SVG_DPI * LIMITS.sentSidePx) / Math.max(width, height)
  return { ...options, density: Math.min(MAX_SVG_DPI, Math.max(1, density)) }
}

/** Some drawing programs write an SVG in UTF-16, which libvips does not recognize. */
function inUtf8(bytes: Buffer): Buffer {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return isUtf16 && unsupportedFormat(bytes) === 'svg'
    ? Buffer.from(bytes.subarray(2).toString('utf16le'))
    : bytes
}

function failDamaged(bytes: Buffer): never {
  const unusual = unusualJpeg(bytes)
  return unusual ? fail('picture_format', unusual) : fail('picture_damaged')
}

function lookAt(picture: Sharp): Promise<Buffer> {
  return picture.resize(LOOK, LOOK, { fit: 'fill' }).toColourspace('srgb').ensureAlpha().raw().toBuffer()
}
