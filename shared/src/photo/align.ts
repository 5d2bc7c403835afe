import { type Agreement, agree, shareOf, smoothed } from './agreement.ts'
import {
  type Details,
  detailsOf,
  likeness,
  type Placement,
  type Placements,
  placementsIn,
  sizeIn,
} from './placements.ts'
import { type DecodedThumbnail, decodeThumbnail, mirrorThumbnail, SIDE, type Thumbnail } from './thumbnail.ts'

/** One picture laid into the other so that they agree as well as can be found. */
export interface Fit {
  /** the query is the outer one: the other shows it or a part of it */
  isInQuery: boolean
  /** one of them left for right */
  mirrored: boolean
  outer: DecodedThumbnail
  /** mirrored where it has to be */
  inner: DecodedThumbnail
  placement: Placement
  agreement: Agreement
}

/** How many places are looked at closely, of those that look best at a glance. */
const CLOSELY = 4
/** What looks no more alike than this at a glance is not looked at. */
const UNLIKE = 0.4
/** What agrees less than this at first is left alone. */
const HOPELESS = 0.45
/** By how much of the outer picture the inner one may stick out. */
const OUTSIDE = 0.01
const LARGEST = 1.02
/** So often what is seen at all places of a picture is remembered, 0.1 MB each. */
const REMEMBERED = 200
/** At a glance ratios are as good as the same to a twentieth. */
const ROUGHLY = 20

interface OpenThumbnail extends DecodedThumbnail {
  details: Details
  smooth: Float32Array
  /** by the ratio of what is laid into it */
  placements: Map<number, Placements>
  mirrored?: OpenThumbnail
}

const opened = new WeakMap<Thumbnail, OpenThumbnail>()
const remembering: OpenThumbnail[] = []

interface Candidate extends Omit<Fit, 'agreement'> {
  inner: OpenThumbnail
  share: number
}

interface Attempt {
  placement: Placement
  likeness: number
  isInQuery: boolean
  mirrored: boolean
}

/**
 * Lays each of the two into the other, as it is and mirrored, and gives what agrees best.
 * @param mirrored where it is known whether one of them is
 */
export function align(query: Thumbnail, other: Thumbnail, mirrored?: boolean): Fit {
  const [mine, theirs] = [open(query), open(other)]
  const best: Attempt[] = []
  const whole: Attempt[] = []
  for (const isInQuery of [true, false])
    for (const turned of mirrored === undefined ? [false, true] : [mirrored]) {
      const [outer, inner] = isInQuery ? [mine, theirs] : [theirs, mine]
      const tried = placementsOf(outer, inner)
      const { details } = turned ? mirrorOf(inner) : inner
      const found = (at: number, alike: number): Attempt => ({
        placement: tried.placements[at] as Placement,
        likeness: alike,
        isInQuery,
        mirrored: turned,
      })
      // Whatever it looks like: what is over a picture may hide from a glance that it is the same.
      whole.push(found(0, likeness(tried, 0, details)))
      for (let at = 1; at < tried.placements.length; at++) {
        const alike = likeness(tried, at, details)
        if (alike <= (best[CLOSELY - 1]?.likeness ?? UNLIKE)) continue
        best.push(found(at, alike))
        best.sort((one, another) => another.likeness - one.likeness)
        best.splice(CLOSELY)
      }
    }
  const fits = [...whole, ...best].map((found) => {
    const [outer, inner] = found.isInQuery ? [mine, theirs] : [theirs, mine]
    return refine(outer, found.mirrored ? mirrorOf(inner) : inner, found)
  })
  const { share, ...fit } = fits.reduce((one, another) => (another.share > one.share ? another : one))
  return { ...fit, agreement: agree(fit.outer.grey, fit.inner.smooth, fit.placement) }
}

function placementsOf(outer: OpenThumbnail, inner: OpenThumbnail): Placements {
  const ratio = Math.round(inner.ratio * ROUGHLY) / ROUGHLY || inner.ratio
  const known = outer.placements.get(ratio)
  if (known) return known
  const made = placementsIn(outer, outer.details, ratio)
  outer.placements.set(ratio, made)
  remembering.push(outer)
  if (remembering.length > REMEMBERED) remembering.shift()?.placements.clear()
  return made
}

function open(thumbnail: Thumbnail): OpenThumbnail {
  const known = opened.get(thumbnail)
  if (known) return known
  const made = openDecoded(decodeThumbnail(thumbnail))
  opened.set(thumbnail, made)
  return made
}

function openDecoded(decoded: DecodedThumbnail): OpenThumbnail {
  return { ...decoded, details: detailsOf(decoded), smooth: smoothed(decoded.grey), placements: new Map() }
}

function mirrorOf(one: OpenThumbnail): OpenThumbnail {
  one.mirrored ??= openDecoded(mirrorThumbnail(one))
  return one.mirrored
}

/** Moves and resizes the inner picture by smaller and smaller steps as long as they agree better. */
function refine(
  outer: OpenThumbnail,
  inner: OpenThumbnail,
  { isInQuery, mirrored, placement: start }: Attempt,
): Candidate {
  const full = sizeIn(outer, inner.ratio, 1)
  const at = (scale: number, x: number, y: number) => {
    const { width, height } = sizeIn(outer, inner.ratio, scale)
    const from = (middle: number, extent: number) =>
      Math.max(-OUTSIDE, Math.min(1 + OUTSIDE - extent, middle - extent / 2))
    const placement = { left: from(x, width), top: from(y, height), width, height }
    return { scale, x, y, placement, share: shareOf(outer.grey, inner.smooth, placement) }
  }
  let now = at(start.width / full.width, start.left + start.width / 2, start.top + start.height / 2)
  for (let step = 1; step >= 1 / 4 && now.share >= HOPELESS; step /= 2) {
    const [resize, move] = [0.03 * step, step / SIDE]
    for (let round = 0; round < 3; round++) {
      const near = [
        at(Math.min(LARGEST, now.scale + resize), now.x, now.y),
        at(now.scale - resize, now.x, now.y),
        ...[-move, move].flatMap((by) => [
          at(now.scale, now.x + by, now.y),
          at(now.scale, now.x, now.y + by),
        ]),
      ]
      const better = near.reduce((one, other) => (other.share > one.share ? other : one))
      if (better.share <= now.share) break
      now = better
    }
  }
  return { isInQuery, mirrored, outer, inner, placement: now.placement, share: now.share }
}
