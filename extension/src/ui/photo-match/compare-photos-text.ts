import { texts } from '../../i18n/index.ts'
import type { PhotoVerdict } from '../../photo-match/verdicts.ts'

/** What follows from a verdict, and what does not. */
export function meaningOf(verdict: PhotoVerdict | undefined): string {
  const { photoMeanings } = texts()
  return verdict ? photoMeanings[verdict.kind] : ''
}

/** Whether one shows more around the thing than the other, so that they cannot lie over each other exactly. */
export function isUneven(verdict: PhotoVerdict | undefined): boolean {
  const uneven: string[] = ['trimmed', 'cropped']
  return verdict?.reasons.some((reason) => uneven.includes(reason)) ?? false
}
