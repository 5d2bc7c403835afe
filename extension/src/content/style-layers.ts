import { addressesIn } from '../dom/srcset.ts'
import { partsOf } from './css-lengths.ts'
import type { BackgroundLayer } from './painted-box.ts'

const STYLES = ['backgroundImage', 'borderImageSource', 'maskImage', 'listStyleImage', 'content'] as const

/** Which picture of a style it is, and how the style places it; values as computed. */
export interface StyleLayer extends BackgroundLayer {
  name: (typeof STYLES)[number]
  pseudo: string | undefined
  origin: string
  clip: string
  attachment: string
  /** Its own pixels in a CSS pixel. */
  density: number
}

/** Pictures of one style are layers on top of each other; those of a set are versions of one. */
export function layersOf(style: CSSStyleDeclaration) {
  return STYLES.flatMap((name) => layersOfStyle(style, name))
}

function layersOfStyle(style: CSSStyleDeclaration, name: StyleLayer['name']) {
  return partsOf(style[name] ?? '', ',').flatMap((value, index) => {
    const addresses = addressesIn(value)
    const sets = value.includes('image-set(') ? [addresses] : addresses.map((address) => [address])
    return sets.map((each) => ({ addresses: each, layer: styleLayer(style, name, value, index) }))
  })
}

/** Noted at once: a hovered look may be gone later. */
function styleLayer(style: CSSStyleDeclaration, name: StyleLayer['name'], image: string, index: number) {
  const nth = (property: string) => {
    const all = partsOf(style.getPropertyValue(`background-${property}`), ',')
    return all[index % all.length] ?? ''
  }
  const withoutAddresses = image.replace(/url\([^)]*\)|"[^"]*"/g, '')
  const densities = [...withoutAddresses.matchAll(/([\d.]+)(?:dppx|x)\b/g)].map(([, value]) => Number(value))
  return {
    name,
    size: nth('size'),
    position: nth('position'),
    repeat: nth('repeat'),
    origin: nth('origin'),
    clip: nth('clip'),
    attachment: nth('attachment'),
    density: image.includes('image-set(') && densities.length > 0 ? Math.min(...densities) : 1,
  }
}
