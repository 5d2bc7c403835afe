import type { Box } from '../model/box.ts'
import { boundsOf, inverse, type Matrix, type Placement, sharedBox, times } from '../model/placement.ts'
import { type Clip, clipsOf } from './clips.ts'
import { measure, measuredSize } from './natural-size.ts'
import { contentBounds, paintedPicture } from './painted-picture.ts'
import type { ElementPicture } from './pictures.ts'
import { straightened, turnOf } from './transforms.ts'

/**
 * How much of a picture may be seen at most for the part to be what is meant. A box that a photo fills hides what does not
 * fit, and the whole photo is meant; a page that sets a position or a shape shows a part. Half a sheet of two is a part.
 */
const PART = { filled: 0.505, chosen: 0.75 }
/** CSS pixels a side. */
const MIN_SIDE = 8
/** A slide that is cut is no larger than its carousel. */
const LARGER = 1.02
const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 }

/** Of a picture that only an address names, the size in its own pixels has to be found first. */
export function measureNamed(pictures: ElementPicture[]): Promise<void> {
  const named = pictures.filter(
    ({ element, styled }) =>
      styled?.name === 'backgroundImage' || styled?.name === 'content' || element.matches('image, input'),
  )
  return measure(named.flatMap(({ addresses, pending }) => (pending ? [] : addresses.slice(-1))))
}

/** With the size of the whole picture, which tells whether another version has its proportions. */
export function withPlacement(picture: ElementPicture): ElementPicture {
  if (isPartOfDrawing(picture)) return { ...picture, addresses: [] }
  const placement = placementOf(picture)
  return placement ? { ...picture, placement, ...measuredSize(picture.addresses.at(-1)) } : picture
}

/** A fragment chooses a view of an SVG file, or what it shows at all: that can only be captured. */
function isPartOfDrawing({ addresses, pending }: ElementPicture): boolean {
  return !pending && /^(data:image\/svg[^#]*|[^#]*\.svg(\?[^#]*)?)#./i.test(addresses.at(-1) ?? '')
}

/** What is seen of a picture; `undefined` if that is all of it, upright. */
function placementOf(picture: ElementPicture): Placement | undefined {
  const painted = picture.pending ? undefined : paintedPicture(picture)
  if (!painted) return undefined
  const { box, seen, matrix, isPlaced } = painted
  const isCut = isPart(painted)
  // A part at an angle is cut out straight: with white corners it would be found less well, and with others' worse.
  const turn = turnOf(matrix) ?? (isCut ? { quarters: 0, mirrored: false } : undefined)
  const linear = turn ? straightened(matrix, turn) : matrix
  const toWindow: Matrix = [linear[0], linear[1], linear[2], linear[3], matrix[4], matrix[5]]
  const whole = boundsOf(toWindow, isCut ? seen : box)
  const clips = isPlaced ? clipsOf(picture.element, Boolean(picture.styled?.pseudo)) : []
  const part = cutByWindows(whole, clips)
  const isTurned = turn?.quarters !== 0 || turn.mirrored
  if (!isCut && part === whole && !isTurned) return undefined
  if (Math.min(part.width, part.height) < MIN_SIDE) return undefined
  const [a, b, c, d, e, f] = times(toWindow, [box.width, 0, 0, box.height, box.x, box.y])
  const toPart: Matrix = [a, b, c, d, e - part.x, f - part.y]
  const size = { width: part.width, height: part.height }
  const back = inverse(toPart)
  const fractions = back && sharedBox(boundsOf(back, { x: 0, y: 0, ...size }), WHOLE)
  return fractions && { matrix: toPart, part: fractions, ...size }
}

/** Where a picture is in the window, as far as its element and smaller boxes around it show it. */
export function boundsOfPicture(picture: ElementPicture): Box {
  const painted = paintedPicture(picture)
  if (!painted?.isPlaced) return contentBounds(picture.element)
  const clips = clipsOf(picture.element, Boolean(picture.styled?.pseudo))
  return cutByWindows(boundsOf(painted.matrix, painted.seen), clips)
}

function isPart({ box, seen, isChosen }: { box: Box; seen: Box; isChosen: boolean }): boolean {
  return area(seen) / area(box) <= (isChosen ? PART.chosen : PART.filled)
}

/**
 * What boxes that are smaller than a picture leave of it, where that is a part: older 360° viewers move a strip behind such
 * a window. A carousel or a scroller hides parts of its pictures for a while, and then the whole picture is meant.
 */
function cutByWindows(whole: Box, clips: Clip[]): Box {
  let part = whole
  for (const { box, scrolls } of clips) {
    const across = !scrolls.x && part.width > box.width * LARGER
    const down = !scrolls.y && part.height > box.height * LARGER
    const window = {
      x: across ? box.x : part.x,
      y: down ? box.y : part.y,
      width: across ? box.width : part.width,
      height: down ? box.height : part.height,
    }
    part = sharedBox(part, window) ?? part
  }
  return area(part) / area(whole) <= PART.filled ? part : whole
}

function area({ width, height }: Box): number {
  return width * height
}
