import { joinList, texts } from '../../i18n/index.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'

/** The verdict in a word or two, to fit on a photo. For a copy, what is different about it. */
export function verdictName({ kind, reasons, photo }: OfferPhotoVerdict): string {
  const t = texts()
  if (kind === 'probably' && reasons.includes('recoloured')) return t.recoloured
  if (kind === 'same' && reasons.includes('mirrored')) return t.mirrored
  // Only a word or two fit.
  return photo && (kind === 'same' || kind === 'probably')
    ? t.duplicatePhotoBadge[kind](photo)
    : t.photoVerdicts[kind]
}

/** The verdict with its reasons: `Same photo: mirrored`; with several searched photos, also which one it matches. */
export function verdictText(verdict: OfferPhotoVerdict): string {
  const t = texts()
  const reasons = [
    ...verdict.reasons.map((reason) => t.photoReasons[reason]),
    ...(verdict.why ? [t.photoUncheckedReasons[verdict.why]] : []),
  ]
  const { kind, photo } = verdict
  const name =
    photo && (kind === 'same' || kind === 'probably') ? t.duplicatePhoto[kind](photo) : t.photoVerdicts[kind]
  return reasons.length > 0 ? t.withReasons(name, joinList(reasons)) : name
}

/** What a verdict means, and what it does not. */
export function meaningOf(verdict: OfferPhotoVerdict | undefined): string {
  const { photoMeanings } = texts()
  return verdict ? photoMeanings[verdict.kind] : ''
}

/** Whether one photo shows more around the product than the other, so that an overlay cannot be exact. */
export function isUneven(verdict: OfferPhotoVerdict | undefined): boolean {
  const uneven: string[] = ['trimmed', 'cropped']
  return verdict?.reasons.some((reason) => uneven.includes(reason)) ?? false
}
