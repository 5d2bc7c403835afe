import sharp, { type Sharp } from 'sharp'
import {
  BLUE,
  blackPng,
  bmp,
  claiming,
  GREEN,
  HEIGHT,
  ico,
  pixels,
  type Quarters,
  RED,
  type Rgb,
  UPRIGHT,
  WIDTH,
  YELLOW,
} from './raw.ts'
import { makeUnusualFiles } from './unusual.ts'

/** The expected result for a picture. */
export type Outcome =
  | {
      width: number
      height: number
      /** `undefined` for a quarter with no fixed colour. */
      quarters: (Rgb | undefined)[]
      /** Tolerance, in levels. */
      within?: number
    }
  | { code: string }

export interface Sample {
  name: string
  bytes: Buffer
  type: string
  /** Any of these is right: browsers differ. */
  outcomes: Outcome[]
}

const BLACK: Rgb = [0, 0, 0]
const NOWHERE = [undefined, undefined, undefined, undefined]

/** Every kind of picture, valid and broken, generated on each call. */
export async function makeSamples(): Promise<Sample[]> {
  const samples: Sample[] = []
  const add = async (name: string, bytes: Buffer | Sharp, ...outcomes: Outcome[]) => {
    const buffer = Buffer.isBuffer(bytes) ? bytes : await bytes.toBuffer()
    samples.push({
      name,
      bytes: buffer,
      type: typeOf(name),
      outcomes: outcomes.length ? outcomes : [shows()],
    })
  }
  const rgb = () => sharp(pixels(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
  const rgba = (alpha: (x: number, y: number) => number) =>
    sharp(pixels(WIDTH, HEIGHT, alpha), { raw: { width: WIDTH, height: HEIGHT, channels: 4 } })
  const best = { quality: 95, chromaSubsampling: '4:4:4' }
  const grey = UPRIGHT.map(luma) as Quarters

  await add('baseline.jpg', rgb().jpeg({ quality: 95 }))
  await add('progressive.jpg', rgb().jpeg({ quality: 95, progressive: true }))
  await add('full-chroma.jpg', rgb().jpeg(best))
  await add('grey.jpg', rgb().greyscale().jpeg(best), shows(grey))
  await add('large.jpg', rgb().resize(2400, 1600, { kernel: 'nearest' }).jpeg(best), shows(UPRIGHT, 800, 533))
  const cmyk = await rgb().toColourspace('cmyk').jpeg(best).toBuffer()
  await add('cmyk.jpg', cmyk, shows(await seenAsInk(cmyk)))
  // Chromium ignores the profile; Firefox applies it, with its own arithmetic.
  const profiled = await rgb().withIccProfile('cmyk').jpeg(best).toBuffer()
  await add(
    'cmyk-profile.jpg',
    profiled,
    shows(await seenAsInk(profiled)),
    shows(await seenBySharp(profiled), WIDTH, HEIGHT, 45),
  )
  for (const [at, quarters] of TURNED.entries()) {
    const isTurned = at >= 4
    const size = isTurned ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]
    const outcome = shows(quarters, size[0], size[1])
    await add(
      `orientation-${at + 1}.jpg`,
      rgb()
        .withMetadata({ orientation: at + 1 })
        .jpeg(best),
      outcome,
    )
  }
  await add('display-p3.jpg', rgb().withIccProfile('p3').jpeg(best))
  await add(
    'with-metadata.jpg',
    rgb()
      .withExif({ IFD0: { Copyright: 'secret-owner' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg(best),
  )
  const plain = await rgb().jpeg(best).toBuffer()
  await add('followed.jpg', Buffer.concat([plain, Buffer.from('and more')]))

  await add('rgb.png', rgb().png())
  await add('interlaced.png', rgb().png({ progressive: true }))
  await add('grey.png', rgb().greyscale().png(), shows(grey))
  await add('palette.png', rgb().png({ palette: true, colours: 16 }))
  await add('two-bits.png', rgb().png({ palette: true, colours: 4 }), shows(UPRIGHT, WIDTH, HEIGHT, 8))
  await add('sixteen-bits.png', rgb().toColourspace('rgb16').png())
  await add('display-p3.png', rgb().withIccProfile('p3').png())
  await add('sixteen-bits-p3.png', rgb().withIccProfile('p3').toColourspace('rgb16').png())
  await add(
    'orientation-6.png',
    rgb().withMetadata({ orientation: 6 }).png(),
    shows(TURNED[5], HEIGHT, WIDTH),
  )
  const hidden = (x: number) => (x < WIDTH / 2 ? 255 : 0)
  const WHITE: Rgb = [255, 255, 255]
  await add('clear.png', rgba(hidden).png(), shows([RED, WHITE, BLUE, WHITE]))
  await add('half-clear.png', rgba(() => 128).png(), shows(UPRIGHT.map(halved) as Quarters))
  await add(
    'clear-palette.png',
    rgba(hidden).png({ palette: true, colours: 8 }),
    shows([RED, WHITE, BLUE, WHITE], WIDTH, HEIGHT, 8),
  )
  await add('clear-grey.png', rgba(hidden).greyscale().png(), shows([luma(RED), WHITE, luma(BLUE), WHITE]))
  await add('black.png', blackPng(300, 200), shows([BLACK, BLACK, BLACK, BLACK], 300, 200))

  await add('lossy.webp', rgb().webp({ quality: 98, smartSubsample: true }))
  await add('lossless.webp', rgb().webp({ lossless: true }))
  await add('clear.webp', rgba(hidden).webp({ lossless: true }), shows([RED, WHITE, BLUE, WHITE]))
  await add('animated.webp', animation().webp({ lossless: true, loop: 0, delay: [200, 200] }))
  await add('display-p3.webp', rgb().withIccProfile('p3').webp({ lossless: true }))
  await add('still.avif', rgb().avif({ quality: 95, chromaSubsampling: '4:4:4' }))
  await add('lossless.avif', rgb().avif({ lossless: true }))
  await add('clear.avif', rgba(hidden).avif({ lossless: true }), shows([RED, WHITE, BLUE, WHITE]))
  await add('still.gif', rgb().gif(), shows(UPRIGHT, WIDTH, HEIGHT, 8))
  await add('clear.gif', rgba(hidden).gif(), shows([RED, WHITE, BLUE, WHITE], WIDTH, HEIGHT, 8))
  await add('animated.gif', animation().gif({ loop: 0, delay: [200, 200] }), shows(UPRIGHT, WIDTH, HEIGHT, 8))
  await add('bottom-first.bmp', bmp(false))
  await add('top-first.bmp', bmp(true))
  const square = await rgb().resize(64, 64, { fit: 'fill', kernel: 'nearest' }).png().toBuffer()
  await add('icon.ico', ico(square, 64), shows(UPRIGHT, 64, 64))

  await add('sized.svg', svg('width="240" height="160"'), drawn())
  await add('view-box.svg', svg('viewBox="0 0 240 160"'), drawn())
  await add('millimetres.svg', svg('width="24mm" height="16mm" viewBox="0 0 240 160"'), drawn())
  await add('percent.svg', svg('width="100%" height="100%" viewBox="0 0 240 160"'), drawn())
  await add(
    'declared.svg',
    Buffer.concat([
      Buffer.from('<?xml version="1.0"?><!-- a --><!DOCTYPE svg>'),
      svg('viewBox="0 0 240 160"'),
    ]),
    drawn(),
  )
  await add('utf-16.svg', Buffer.from(`\ufeff${svg('viewBox="0 0 240 160"')}`, 'utf16le'), drawn())
  await add('foreign-object.svg', svg('viewBox="0 0 240 160"', foreign()), drawn())
  await add(
    'with-script.svg',
    svg('viewBox="0 0 240 160"', '<script>document.documentElement.innerHTML=""</script>'),
    drawn(),
  )
  await add(
    'external.svg',
    svgOf('viewBox="0 0 240 160"', '<image href="http://127.0.0.1:9/a.png" width="240" height="160"/>'),
    { code: 'picture_blank' },
  )
  await add(
    'no-namespace.svg',
    Buffer.from('<svg width="240" height="160"><rect width="9" height="9"/></svg>'),
    { code: 'picture_damaged' },
  )
  await add('broken.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'), {
    code: 'picture_damaged',
  })
  await add('entities.svg', Buffer.from(entities()), { code: 'picture_damaged' }, { code: 'picture_blank' })

  const one = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } })
  await add('one-pixel.png', one(1, 1).png(), { code: 'picture_empty' })
  await add('wide.png', one(4000, 2).png(), shows([RED, RED, RED, RED], 800, 1))
  await add('tall.jpg', one(3, 4000).jpeg(best), shows([RED, RED, RED, RED], 1, 800))
  const huge = sharp(pixels(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .resize(12_000, 12_000, { fit: 'fill', kernel: 'nearest' })
    .jpeg({ quality: 80 })
  await add('huge.jpg', huge, shows(UPRIGHT, 800, 800))
  await add('beyond.png', blackPng(16_400, 8), { code: 'picture_too_large' })
  await add('bomb.png', blackPng(30_000, 30_000), { code: 'picture_too_large' })
  await add('bomb-within-sides.png', blackPng(16_000, 16_000), { code: 'picture_too_large' })
  await add('claims.jpg', claiming(plain, 65_500, 65_500), { code: 'picture_too_large' })

  const cut = (bytes: Buffer, part: number) => bytes.subarray(0, Math.floor(bytes.length * part))
  const upper = shows([RED, GREEN, undefined, undefined])
  await add('cut-off.jpg', cut(await noisy().jpeg({ quality: 90 }).toBuffer(), 0.7), {
    width: 600,
    height: 400,
    quarters: NOWHERE,
  })
  await add(
    'cut-off-progressive.jpg',
    cut(await noisy().jpeg({ quality: 90, progressive: true }).toBuffer(), 0.6),
    { width: 600, height: 400, quarters: NOWHERE },
  )
  await add(
    'cut-off.png',
    cut(await noisy().png().toBuffer(), 0.6),
    { code: 'picture_damaged' },
    { width: 600, height: 400, quarters: NOWHERE },
  )
  await add(
    'cut-off.webp',
    cut(await noisy().webp({ lossless: true }).toBuffer(), 0.5),
    { code: 'picture_damaged' },
    { width: 600, height: 400, quarters: NOWHERE },
  )
  for (const { name, bytes, shows: shown, code } of await makeUnusualFiles())
    await add(name, bytes, code ? { code } : shown === 'upper' ? upper : shows(UPRIGHT, WIDTH, HEIGHT, 8))
  const far = Buffer.concat([plain.subarray(0, 2), ...Array(5).fill(comment(65_000)), plain.subarray(2)])
  await add('far-header.jpg', far)
  await add('far-claims.jpg', claiming(far, 65_500, 65_500), { code: 'picture_too_large' })
  await add('header-only.jpg', cut(plain, 0.15), { code: 'picture_damaged' })
  await add(
    'scratched.jpg',
    scratched(plain, 0.95),
    upper,
    { code: 'picture_damaged' },
    { width: WIDTH, height: HEIGHT, quarters: NOWHERE },
  )
  await add(
    'scratched.png',
    scratched(await noisy().png().toBuffer(), 0.5),
    { code: 'picture_damaged' },
    { width: 600, height: 400, quarters: NOWHERE },
  )

  // Fits into 300 kB only at a lower quality.
  await add('noise.png', noisy(800, 800).png(), { width: 800, height: 800, quarters: NOWHERE })
  await add('empty.jpg', Buffer.alloc(0), { code: 'not_a_picture' })
  await add('page.jpg', Buffer.from('<!doctype html><title>Not found</title>'), { code: 'not_a_picture' })
  await add('words.jpg', Buffer.from('There is no picture here.'), { code: 'not_a_picture' })
  await add('document.pdf', Buffer.from('%PDF-1.7\n%...'), { code: 'not_a_picture' })
  await add('film.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'), { code: 'not_a_picture' })
  await add('scan.tiff', rgb().tiff(), { code: 'picture_format' })
  await add('photo.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), {
    code: 'picture_format',
  })
  await add('photo.jp2', Buffer.from('\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 ', 'latin1'), {
    code: 'picture_format',
  })
  await add('photo.jxl', Buffer.from('\xff\x0a\xfa\x1f\x01\x90', 'latin1'), { code: 'picture_format' })
  return samples

  function animation(): Sharp {
    const other = Buffer.alloc(WIDTH * HEIGHT * 3, 90)
    const raw = { width: WIDTH, height: HEIGHT * 2, channels: 3 as const, pageHeight: HEIGHT }
    return sharp(Buffer.concat([pixels(), other]), { raw } as never)
  }
}

/** Where the quarters are in each of the eight Exif orientations. */
const TURNED: Quarters[] = [
  [RED, GREEN, BLUE, YELLOW],
  [GREEN, RED, YELLOW, BLUE],
  [YELLOW, BLUE, GREEN, RED],
  [BLUE, YELLOW, RED, GREEN],
  [RED, BLUE, GREEN, YELLOW],
  [BLUE, RED, YELLOW, GREEN],
  [YELLOW, GREEN, BLUE, RED],
  [GREEN, YELLOW, RED, BLUE],
]

function shows(quarters: (Rgb | undefined)[] = UPRIGHT, width = WIDTH, height = HEIGHT, within = 3): Outcome {
  return { width, height, quarters, within }
}

/** An SVG without a size of its own. */
function drawn(): Outcome {
  return shows(UPRIGHT, 800, 533)
}

function svg(attributes: string, more = ''): Buffer {
  const [x, y] = [WIDTH / 2, HEIGHT / 2]
  const colours = UPRIGHT.map((colour) => `rgb(${colour})`)
  const quarters = colours.map(
    (fill, at) =>
      `<rect x="${(at % 2) * x}" y="${at > 1 ? y : 0}" width="${x}" height="${y}" fill="${fill}"/>`,
  )
  return svgOf(attributes, quarters.join('') + more)
}

function svgOf(attributes: string, content: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`)
}

function foreign(): string {
  return `<foreignObject x="110" y="70" width="20" height="20"><div xmlns="http://www.w3.org/1999/xhtml">a</div></foreignObject>`
}

function entities(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
  return `<!DOCTYPE svg [<!ENTITY e0 "ha">${levels.join('')}]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&e9;</text></svg>`
}

/** Compresses badly, so that half of its bytes contain half of its pixels. */
function noisy(width = 600, height = 400): Sharp {
  const data = Buffer.alloc(width * height * 3)
  let seed = 1
  for (let at = 0; at < data.length; at++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    data[at] = seed >>> 24
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Bytes before the size, which a look at the beginning alone would miss. */
function comment(length: number): Buffer {
  const segment = Buffer.alloc(length + 4, 0x20)
  segment.set([0xff, 0xfe])
  segment.writeUInt16BE(length + 2, 2)
  return segment
}

function scratched(bytes: Buffer, where: number): Buffer {
  const at = Math.floor(bytes.length * where)
  return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(20, 0x5a), bytes.subarray(at + 20)])
}

/** Ink on white paper, by the plain formula, which all take where there is no profile. */
async function seenAsInk(bytes: Buffer): Promise<Quarters> {
  const { data, info } = await sharp(bytes)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const rgb = Buffer.alloc((data.length / 4) * 3)
  for (let at = 0; at < data.length / 4; at++) {
    const paper = 255 - (data[at * 4 + 3] ?? 0)
    for (let i = 0; i < 3; i++) rgb[at * 3 + i] = Math.round(((255 - (data[at * 4 + i] ?? 0)) * paper) / 255)
  }
  return quartersOf(rgb, info.width, info.height, 3)
}

/** The result of an independent decoder. */
async function seenBySharp(bytes: Buffer): Promise<Quarters> {
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return quartersOf(data, info.width, info.height, info.channels)
}

/** The colour in the middle of each quarter. */
export function quartersOf(data: Buffer, width: number, height: number, channels: number): Quarters {
  return [0, 1, 2, 3].map((at) => {
    const x = Math.min(width - 1, Math.floor(((at % 2) * 2 + 1) * width * 0.25))
    const y = Math.min(height - 1, Math.floor((at > 1 ? 3 : 1) * height * 0.25))
    const from = (y * width + x) * channels
    const [red = 0, green = red, blue = red] = channels < 3 ? [data[from]] : data.subarray(from, from + 3)
    return [red, green, blue]
  }) as Quarters
}

function luma([red, green, blue]: Rgb): Rgb {
  // libvips converts sRGB to grey through linear light.
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  const light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  const value = Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055))
  return [value, value, value]
}

function halved(colour: Rgb): Rgb {
  return colour.map((value) => Math.round((value * 128 + 255 * 127) / 255)) as Rgb
}

function typeOf(name: string): string {
  const extension = name.split('.').at(-1) ?? ''
  return { jpg: 'image/jpeg', svg: 'image/svg+xml', ico: 'image/x-icon' }[extension] ?? `image/${extension}`
}
