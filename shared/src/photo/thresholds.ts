export interface Thresholds {
  /** The greatest distance, in bits of 256, at which two photos are the same. */
  same: number
  /** The greatest at which they probably are. */
  probably: number
  /** A picture of less quality than this, 0 to 100, is too flat to be compared. */
  minQuality: number
}

/**
 * The tiers that PDQ's authors publish: 31 bits for a match, quality from 50 on; 60 bits is what the edits of this
 * product's photos need. `npm run calibrate` measures them anew and writes this file.
 */
export const THRESHOLDS: Thresholds = { same: 31, probably: 60, minQuality: 50 }
