import type { SecondLook } from './partial-match.ts'
import type { Thresholds } from './thresholds.ts'

/** The least blocks of 64 that have to show something, and the least of what is seen that runs across the rest, in per cent. */
const [BLOCKS, CORNERED] = [12, 5]
/** Per cent: what agrees less with all that is seen is not helped by leaving a part of it out. */
const LEAST = 70

/** @returns how far they agree: all that is seen, all but a patch that may be laid over it, or neither */
export function agreementIn(
  { alike, besidePatch, blocks, cornered }: SecondLook,
  { wholly, partly }: Pick<Thresholds, 'wholly' | 'partly'>,
): 'wholly' | 'partly' | 'none' {
  if (blocks < BLOCKS || cornered < CORNERED) return 'none'
  if (alike >= wholly) return 'wholly'
  return alike >= LEAST && besidePatch >= partly ? 'partly' : 'none'
}

export type Mark = 'mirrored' | 'trimmed' | 'cropped' | 'overlaid'

/** How the two differ, where they agree. */
export function marksOf(look: SecondLook, { added, patch }: Thresholds): Mark[] {
  return [
    ...(look.mirrored ? (['mirrored'] as const) : []),
    ...(look.beyond === 'nothing' ? [] : ([look.beyond === 'border' ? 'trimmed' : 'cropped'] as const)),
    ...(look.added >= added || look.besidePatch - look.alike >= patch ? (['overlaid'] as const) : []),
  ]
}
