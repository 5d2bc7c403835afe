import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('base.css', import.meta.url), 'utf8')
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)')

/** The colours of a theme by name, in 0–255; what the dark one does not name is the light one's. */
function coloursOf(...parts: string[]): Record<string, number[]> {
  return Object.fromEntries(
    parts
      .flatMap((part) => [...part.matchAll(/--([\w-]+):\s*#([\da-f]{3,6})\b/gi)])
      .map(([, name = '', hex = '']) => [name, channels(hex)]),
  )
}

function channels(hex: string): number[] {
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16))
}

/** As WCAG 2 defines it. */
function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: number[], other: number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const TEXTS = ['ink', 'dim', 'faint', 'accent', 'warn'].flatMap((text) =>
  ['bg', 'raise'].map((ground) => [text, ground] as const),
)
const PAIRS = [
  ...TEXTS,
  ['on-accent', 'accent'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['warn', 'warn-soft'],
  ['ink', 'warn-soft'],
  ['dim', 'warn-soft'],
] as const

describe.each([
  ['light', coloursOf(lightCss)],
  ['dark', coloursOf(lightCss, darkCss)],
])('in the %s theme', (_, colours) => {
  const of = (name: string) => colours[name] ?? expect.fail(`there is no colour ${name}`)

  test.each(PAIRS)('%s can be read on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test('the borders of fields can be seen', () => {
    expect(contrast(of('edge'), of('bg'))).toBeGreaterThanOrEqual(3)
  })
})

test('black on white is 21, and a pale grey on white fails', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
  expect(contrast(channels('aaa'), [255, 255, 255])).toBeLessThan(4.5)
})
