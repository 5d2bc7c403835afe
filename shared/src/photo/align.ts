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

/** The best placement found of one picture in the other. */
export interface Fit {
  /** the query is the outer one: the other picture shows all or part of it */
  isInQuery: boolean
  /** one of them is mirrored */
  mirrored: boolean
  outer: DecodedThumbnail
  /** mirrored if `mirrored` */
  inner: DecodedThumbnail
  placement: Placement
  agreement: Agreement
}

/** How many of the most similar placements are refined. */
const REFINED = 4
/** Less similar placements are not refined. */
const LEAST_LIKENESS = 0.4
/** A placement that agrees less than this at first is not moved. */
const HOPELESS = 0.45
/** The share of the outer picture by which the inner one may stick out. */
const OUTSIDE = 0.01
const LARGEST = 1.02
/** For how many pictures and ratios the placements are remembered, 0.1 MB each. */
const REMEMBERED = 200
/** Ratios are rounded to a twentieth to share placements. */
const RATIO_STEPS = 20

interface OpenThumbnail extends DecodedThumbnail {
  details: Details
  smooth: Float32Array
  /** by the ratio of the inner picture */
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
 * Places each of the two in the other, as it is and mirrored, and returns what agrees best.
 * @param mirrored if it is known whether one of them is
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
      // The whole picture is always refined: an overlay may hide at first that it is the same.
      whole.push(found(0, likeness(tried, 0, details)))
      for (let at = 1; at < tried.placements.length; at++) {
        const alike = likeness(tried, at, details)
        if (alike <= (best[REFINED - 1]?.likeness ?? LEAST_LIKENESS)) continue
        best.push(found(at, alike))
        best.sort((one, another) => another.likeness - one.likeness)
        best.splice(REFINED)
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
  const ratio = Math.round(inner.ratio * RATIO_STEPS) / RATIO_STEPS || inner.ratio
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

/** Moves and resizes the inner picture in ever smaller steps as long as the agreement improves. */
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
