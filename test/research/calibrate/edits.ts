import sharp from 'sharp'
import { type Edit, grey, mirror, quarterTurn } from '../../integration/photo-match/edits.ts'

/**
 * light: what every copy goes through. framed, marked: what shops put around and over a photo. cut: part is missing.
 * within: the photo is part of a larger picture. colour: only the brightness is the same. lost: not searched for.
 */
export type EditKind = 'light' | 'framed' | 'marked' | 'mirrored' | 'cut' | 'within' | 'colour' | 'lost'

export interface NamedEdit {
  name: string
  kind: EditKind
  edit: Edit
  /** px, the longer side of the thumbnail that is compared; 220 by default */
  thumbnail?: number
}

const as = (kind: EditKind, edits: Record<string, Edit>): NamedEdit[] =>
  Object.entries(edits).map(([name, edit]) => ({ name, kind, edit }))

const jpeg =
  (quality: number): Edit =>
  (picture) =>
    sharp(picture).jpeg({ quality }).toBuffer()

export const EDITS: readonly NamedEdit[] = [
  ...as('light', { 'as it is': async (picture) => picture }),
  ...as('light', { 'JPEG at 80': jpeg(80), 'JPEG at 60': jpeg(60), 'JPEG at 40': jpeg(40) }),
  ...[160, 300, 400].map(
    (thumbnail): NamedEdit => ({
      name: `${thumbnail} px`,
      kind: 'light',
      edit: async (picture) => picture,
      thumbnail,
    }),
  ),
  ...as('light', {
    blurred: (picture) => sharp(picture).blur(2).toBuffer(),
    brighter: (picture) => sharp(picture).modulate({ brightness: 1.15 }).toBuffer(),
    darker: (picture) => sharp(picture).modulate({ brightness: 0.8 }).toBuffer(),
    'more contrast': (picture) =>
      sharp(picture)
        .linear(1.25, -0.25 * 128)
        .toBuffer(),
    'less contrast': (picture) =>
      sharp(picture)
        .linear(0.75, 0.25 * 128)
        .toBuffer(),
    'more saturated': (picture) => sharp(picture).modulate({ saturation: 1.3 }).toBuffer(),
    warmer: (picture) => sharp(picture).linear([1.06, 1, 0.92], [0, 0, 0]).toBuffer(),
  }),
  ...as('framed', {
    'white at two sides': (picture) => extend(picture, 0.15, 0, '#fff'),
    'a border of 10 %': (picture) => extend(picture, 0.1, 0.1, '#c2232a'),
    'shrunk on white': (picture) => extend(picture, 0.25, 0.25, '#fff'),
  }),
  ...as('marked', {
    watermark: (picture) => draw(picture, watermark),
    logo: (picture) => draw(picture, logo),
    'a block in the corner': (picture) =>
      draw(
        picture,
        (width, height) => `<rect width="${width * 0.25}" height="${height * 0.15}" fill="#e4393c"/>`,
      ),
    'cut, mirrored and a logo': async (picture) => draw(await mirror(await cut(picture, 0.1, 0.5)), logo),
  }),
  ...as('mirrored', {
    mirrored: mirror,
    'mirrored and at 60': async (picture) => jpeg(60)(await mirror(picture)),
  }),
  ...as('cut', {
    '2 % cut off': (picture) => cut(picture, 0.02, 0.5),
    '5 % cut off': (picture) => cut(picture, 0.05, 0.5),
    '10 % cut off': (picture) => cut(picture, 0.1, 0.5),
    '5 % cut off at one corner': (picture) => cut(picture, 0.05, 1),
    '20 % cut off': (picture) => cut(picture, 0.2, 0.5),
    'a quarter cut off at the left': (picture) => cut(picture, 0.25, 1, 0),
  }),
  ...as('colour', {
    grey,
    'hue turned by 60°': hue(60),
    'hue turned by 120°': hue(120),
    'hue turned by 180°': hue(180),
  }),
  ...as('within', { 'beside its own detail': besideDetail }),
  ...as('lost', { 'a quarter turn': quarterTurn }),
]

function hue(degrees: number): Edit {
  return (picture) => sharp(picture).modulate({ hue: degrees }).toBuffer()
}

/** @param across share of the width, at the left and the right @param down share of the width, above and below */
async function extend(picture: Buffer, across: number, down: number, background: string): Promise<Buffer> {
  const { width } = await sharp(picture).metadata()
  const [x, y] = [Math.round(width * across), Math.round(width * down)]
  return sharp(picture).extend({ left: x, right: x, top: y, bottom: y, background }).jpeg(FINE).toBuffer()
}

/** @param share of the width and the height that is cut off @param before how much of it at the left and the top, 0 to 1 */
async function cut(picture: Buffer, share: number, before: number, down = share): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const box = {
    left: Math.round(width * share * before),
    top: Math.round(height * down * before),
    width: Math.floor(width * (1 - share)),
    height: Math.floor(height * (1 - down)),
  }
  return sharp(picture).extract(box).jpeg(FINE).toBuffer()
}

async function draw(picture: Buffer, content: (width: number, height: number) => string): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content(width, height)}</svg>`
  return sharp(picture)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg(FINE)
    .toBuffer()
}

/** SHOP, as strokes: letters would depend on the machine's fonts. */
const LETTERS = 'M8 2H2v5h6v5H2 M12 2v10M18 2v10M12 7h6 M22 2h6v10h-6z M32 12V2h6v5h-6'

function watermark(width: number, height: number): string {
  const scale = (width * 0.7) / 40
  return `<g transform="translate(${width * 0.15} ${height / 2 - 7 * scale}) scale(${scale})"><path d="${LETTERS}" fill="none" stroke="#888" stroke-opacity=".5" stroke-width="1.4"/></g>`
}

function logo(width: number, height: number): string {
  const radius = Math.min(width, height) * 0.08
  const [x, y] = [width - 1.4 * radius, 1.4 * radius]
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#1b5fc1"/><path d="M${x - radius / 2} ${y}h${radius}" stroke="#fff" stroke-width="${radius / 3}"/>`
}

/** The picture on the left and its centre enlarged on the right, as many shops show it. */
async function besideDetail(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const middle = {
    left: Math.round(width * 0.3),
    top: Math.round(height * 0.3),
    width: Math.round(width * 0.4),
    height: Math.round(height * 0.4),
  }
  const detail = await sharp(picture).extract(middle).resize(width, height).toBuffer()
  return sharp(picture)
    .extend({ right: width, background: '#fff' })
    .composite([{ input: detail, left: width, top: 0 }])
    .jpeg(FINE)
    .toBuffer()
}

const FINE = { quality: 90 }
