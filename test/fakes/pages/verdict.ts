import sharp from 'sharp'
import { type ColourName, nearestColour } from './colours.ts'
import type { Right } from './page.ts'

/** What came of a click. */
export interface PageOutcome {
  /** How many pictures were offered, of which the first was chosen; 0 if none were. */
  choices: number
  sent?: SentSummary
  /** Code of the failure, if nothing could be sent. */
  failure?: string
  /** The user was asked to draw an area. */
  area?: true
  /** Why the click itself could not be made. */
  error?: string
}

interface SentSummary {
  /** Of the middle. */
  colour: ColourName
  /** The commonest, and how much of the picture has it. */
  mostly: ColourName
  share: number
  quarters: ColourName[]
  from: [width: number, height: number]
  size: [width: number, height: number]
  how: string
  placed: boolean
}

/** What the extension stores about what it would send. */
interface Sent {
  how: string
  fromWidth: number
  fromHeight: number
  width: number
  height: number
  placed?: boolean
}

export async function summaryOf(jpeg: Buffer, sent: Sent): Promise<SentSummary> {
  const side = 48
  const { data } = await sharp(jpeg)
    .resize(side, side, { fit: 'fill' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const mean = (left: number, top: number, size: number) => {
    const sum = [0, 0, 0]
    for (let y = top; y < top + size; y++) {
      for (let x = left; x < left + size; x++) {
        for (const at of [0, 1, 2]) sum[at] = (sum[at] ?? 0) + (data[(y * side + x) * 3 + at] ?? 0)
      }
    }
    const [red = 0, green = 0, blue = 0] = sum.map((each) => each / size ** 2)
    return nearestColour(red, green, blue)
  }
  const counts = new Map<ColourName, number>()
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) counts.set(mean(x, y, 1), (counts.get(mean(x, y, 1)) ?? 0) + 1)
  }
  const [mostly, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['black', 0]
  return {
    colour: mean(20, 20, 8),
    mostly,
    share: Math.round((count / side ** 2) * 100) / 100,
    quarters: [
      [8, 8],
      [32, 8],
      [8, 32],
      [32, 32],
    ].map(([x = 0, y = 0]) => mean(x, y, 8)),
    from: [sent.fromWidth, sent.fromHeight],
    size: [sent.width, sent.height],
    how: sent.how,
    placed: sent.placed === true,
  }
}

/** What is wrong with it, or nothing. A choice whose first entry is right is right where `mayChoose`. */
export function faultOf(right: Right, outcome: PageOutcome, mayChoose: boolean): string | undefined {
  const { sent, failure, area, choices, error } = outcome
  if (error) return error
  if (failure) return right.failures?.includes(failure) ? undefined : `failure ${failure}`
  if (area) return right.area ? undefined : 'asks to draw an area'
  if (!sent) return 'nothing'
  if (choices && !mayChoose && !right.choice) return `offers ${choices} pictures`
  if (!right.colour && !right.middle && !right.quarters) return 'sends something'
  if (right.middle && sent.colour !== right.middle) return `shows ${sent.colour} in the middle`
  if (right.colour && (sent.mostly !== right.colour || sent.share < (right.share ?? 0.9)))
    return `shows ${Math.round(sent.share * 100)} % ${sent.mostly}`
  if (right.quarters?.some((colour, at) => colour !== sent.quarters[at]))
    return `shows ${sent.quarters.join(' ')}`
  const isCapture = sent.how === 'capture' || sent.how === 'frame'
  const least = isCapture ? right.capture : right.least
  if (!least) return isCapture ? 'is a screen capture' : undefined
  if (sent.from[0] < least[0] || sent.from[1] < least[1]) return `is too small`
  return undefined
}

export function inWords({ choices, sent, failure, area, error }: PageOutcome): string {
  const text = sent
    ? `${sent.mostly}${sent.share < 0.9 ? ` ${Math.round(sent.share * 100)} %` : ''} ${sent.from.join('×')} ${sent.how}${sent.placed ? ', placed' : ''}`
    : (failure ?? (area ? 'area' : (error ?? 'nothing')))
  return choices ? `choice of ${choices}: ${text}` : text
}
