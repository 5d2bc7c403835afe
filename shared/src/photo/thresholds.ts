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
  /** Two photos that are laid over each other are the same from so many per cent of agreement in all that is seen, */
  wholly: number
  /** and probably from so many in all but one patch. */
  partly: number
  /** So many points with an edge that the other one does not have, */
  added: number
  /** or so many per cent less agreement because of one patch, are something laid over it. */
  patch: number
}

/** What `npm run calibrate` found on one half of its pictures and measured on the other: docs/verdict.md. */
export const THRESHOLDS: Thresholds = CALIBRATED
