import { joinList, texts } from '../../i18n/index.ts'
import type { PhotoVerdict } from '../../photo-match/verdicts.ts'

/** The verdict in a word or two, as it stands on a picture: what sets a copy apart is named first. */
export function verdictName({ kind, reasons, photo }: PhotoVerdict): string {
  const t = texts()
  if (kind === 'probably' && reasons.includes('recoloured')) return t.recoloured
  if (kind === 'same' && reasons.includes('mirrored')) return t.mirrored
  // There is room for a word or two.
  return photo && (kind === 'same' || kind === 'probably')
    ? t.duplicatePhotoBadge[kind](photo)
    : t.photoVerdicts[kind]
}

/** With its reasons: `Same photo: mirrored`; of several that were searched, with the one that it is. */
export function verdictText(verdict: PhotoVerdict): string {
  const t = texts()
  const reasons = [
    ...verdict.reasons.map((reason) => t.photoReasons[reason]),
    ...(verdict.why ? [t.photoUncheckedReasons[verdict.why]] : []),
  ]
  const { kind, photo } = verdict
  const name =
    photo && (kind === 'same' || kind === 'probably') ? t.duplicatePhoto[kind](photo) : t.photoVerdicts[kind]
  return reasons.length > 0 ? `${name}: ${joinList(reasons)}` : name
}

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
