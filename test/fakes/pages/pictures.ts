import sharp, { type Sharp } from 'sharp'
import { COLOURS, type ColourName, SHEET } from './colours.ts'

const isColour = (name: string): name is ColourName => name in COLOURS
const css = (name: ColourName) => `rgb(${COLOURS[name].join(' ')})`

/**
 * A picture by what it shows: a colour (`red`) with a coarse pattern, which differs from colour to colour; a plain one
 * (`flat-red`); `sheet`; `quarters-red-green-blue-yellow`; `cutout-red`, on nothing; a `watermark` or a `spacer`, which are mostly and entirely clear.
 */
export function drawing(what: string, width: number, height: number): Sharp | undefined {
  const shapes = shapesOf(what)
  if (shapes === undefined) return undefined
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 96 96" preserveAspectRatio="none">${shapes}</svg>`,
    ),
  )
}

/** In a square of 96. */
export function shapesOf(what: string): string | undefined {
  const [kind = '', ...names] = what.split('-')
  if (kind === 'spacer') return ''
  if (kind === 'watermark')
    return '<g fill="#fff" fill-opacity=".5"><rect x="10" y="44" width="76" height="3"/><rect x="20" y="52" width="56" height="2"/></g>'
  // A product that is cut out, on nothing.
  if (kind === 'cutout' && isColour(names[0] ?? ''))
    return `<ellipse cx="48" cy="48" rx="40" ry="34" fill="${css(names[0] as ColourName)}"/>`
  if (kind === 'flat' && isColour(names[0] ?? '')) return rect(names[0] as ColourName, 0, 0, 96)
  if (kind === 'sheet')
    return SHEET.map((name, at) => rect(name, (at % 3) * 32, Math.floor(at / 3) * 32, 32)).join('')
  if (kind === 'quarters' && names.length === 4 && names.every(isColour))
    return names.map((name, at) => rect(name, (at % 2) * 48, at < 2 ? 0 : 48, 48)).join('')
  return isColour(kind) ? patterned(kind) : undefined
}

function rect(name: ColourName, x: number, y: number, side: number): string {
  return `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="${css(name)}"/>`
}

function patterned(name: ColourName): string {
  let seed = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 233_280
  const random = (below: number) => {
    seed = (seed * 9301 + 49_297) % 233_280
    return Math.floor((seed / 233_280) * below)
  }
  const marks = Array.from({ length: 9 }, (_, at) => {
    const shade = at % 2 ? '#fff' : '#000'
    return `<rect x="${random(80)}" y="${random(80)}" width="${8 + random(28)}" height="${8 + random(28)}" fill="${shade}" fill-opacity=".12"/>`
  })
  return rect(name, 0, 0, 96) + marks.join('')
}

/** Animated: white first, then the picture for good. */
export async function whiteFirst(
  what: string,
  width: number,
  height: number,
  type: 'gif' | 'webp',
): Promise<Buffer | undefined> {
  const frames = [drawing('flat-white', width, height), drawing(what, width, height)]
  const pages = await Promise.all(frames.map((each) => each?.png().toBuffer()))
  if (!pages[0] || !pages[1]) return undefined
  const joined = sharp([pages[0], pages[1]], { join: { animated: true } })
  // The last frame stays: without a loop, browsers stop there.
  return joined[type]({ loop: 1, delay: [100, 100] }).toBuffer()
}
