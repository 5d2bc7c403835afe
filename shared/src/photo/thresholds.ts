import { CALIBRATED } from './calibrated.ts'

export interface Thresholds {
  /** The greatest distance, in bits of 256, at which two photos are the same. */
  same: number
  /** The greatest at which they probably are. */
  probably: number
  /** A picture of less quality than this, 0 to 100, is too flat to be compared. */
  minQuality: number
  /** The greatest distance of colours, in per cent, at which a photo was not recoloured. */
  colour: number
}

/** What `npm run calibrate` found on one half of its pictures and measured on the other: docs/verdict.md. */
export const THRESHOLDS: Thresholds = CALIBRATED
