import { STEP_BITS } from './report.ts'
import type { Result } from './result.ts'

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [760, 330, 50, 40, 30]
const LINES = { light: '#1b6fc1', 'framed and marked': '#c77700', different: '#555' } as const

/** The share of each kind at each distance in bits, on a logarithmic scale, with the thresholds. */
export function plot({ held, thresholds }: Result): string {
  const steps = held.distances.light.length
  const x = (bits: number) => LEFT + (bits / (steps * STEP_BITS)) * (WIDTH - LEFT - 20)
  const decades = 6
  const y = (share: number) => {
    const down = share <= 0 ? decades : Math.min(decades, -Math.log10(share))
    return TOP + (down / decades) * (HEIGHT - TOP - BOTTOM)
  }
  const line = ([name, colour]: readonly [keyof typeof LINES, string], at: number) => {
    const bars = held.distances[name]
    const all = bars.reduce((sum, bar) => sum + bar, 0)
    const path = bars.map((bar, step) => {
      const height = y(bar / all).toFixed(1)
      return `${step === 0 ? 'M' : 'L'}${x(step * STEP_BITS).toFixed(1)} ${height}H${x((step + 1) * STEP_BITS).toFixed(1)}`
    })
    return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${LEFT + 290}" y="${TOP + 18 + at * 18}" fill="${colour}">${name} (${all.toLocaleString('en-US')})</text>`
  }
  const limit = (bits: number, name: string, side: 'start' | 'end') => {
    const at = x(bits + 1)
    const text = `<text x="${(at + (side === 'start' ? 4 : -4)).toFixed(1)}" y="${TOP - 6}" text-anchor="${side}" fill="#a11">${name} ≤ ${bits}</text>`
    return `<path d="M${at.toFixed(1)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#a11" stroke-dasharray="4 3"/>${text}`
  }
  const scale = Array.from({ length: decades + 1 }, (_, decade) => {
    const at = y(10 ** -decade).toFixed(1)
    const label = decade === 0 ? 'all' : decade === decades ? 'none' : `1 in 10${'⁰¹²³⁴⁵⁶'[decade]}`
    return `<path d="M${LEFT} ${at}H${WIDTH - 20}" stroke="#ddd"/><text x="${LEFT - 4}" y="${Number(at) + 4}" text-anchor="end">${label}</text>`
  })
  const bits = [0, 32, 64, 96, 128, 160].map(
    (value) =>
      `<text x="${x(value).toFixed(1)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${value}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>${scale.join('')}${bits.join('')}<text x="${WIDTH / 2}" y="${HEIGHT - 6}" text-anchor="middle">bits of 256 that differ, brightness alone</text>${(Object.entries(LINES) as [keyof typeof LINES, string][]).map(line).join('')}${limit(thresholds.same, 'same', 'end')}${limit(thresholds.probably, 'probably', 'start')}</svg>
`
}
