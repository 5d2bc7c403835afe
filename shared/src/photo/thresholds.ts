import { CALIBRATED } from './calibrated.ts'

export interface Thresholds {
  /** The greatest distance, in bits of 256, at which two photos are the same. */
  same: number
  /** The greatest distance at which they probably are. */
  probably: number
  /** A picture with less quality than this, from 0 to 100, is too flat to compare. */
  minQuality: number
  /** The greatest distance of colours, in per cent, that is not a recolouring. */
  colour: number
  /** The least agreement, in per cent, of all that is seen, for photos that match in part to be the same. */
  wholly: number
  /** The least agreement of all but one patch for them to be probably the same. */
  partly: number
  /** The number of points with an edge that the other photo lacks which makes an overlay. */
  added: number
  /** The per cent of agreement lost to one patch which makes an overlay. */
  patch: number
}

/** `npm run calibrate` found them on one half of its pictures and measured them on the other: docs/verdict.md. */
export const THRESHOLDS: Thresholds = CALIBRATED
