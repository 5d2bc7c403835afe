import type { Verdict } from '../photo/verdicts.ts'
import { listed, texts } from '../text/index.ts'

/** The verdict in a word or two, as it stands on a picture: what sets a copy apart is named first. */
export function verdictName({ kind, reasons }: Verdict): string {
  const t = texts()
  if (kind === 'probably' && reasons.includes('recoloured')) return t.otherColours
  return kind === 'same' && reasons.includes('mirrored') ? t.mirrored : t.photoVerdicts[kind]
}

/** With its reasons: `Same photo: mirrored`. */
export function verdictText(verdict: Verdict): string {
  const t = texts()
  const reasons = [
    ...verdict.reasons.map((reason) => t.photoReasons[reason]),
    ...(verdict.why ? [t.photoWhy[verdict.why]] : []),
  ]
  const name = t.photoVerdicts[verdict.kind]
  return reasons.length > 0 ? `${name}: ${listed(reasons)}` : name
}
