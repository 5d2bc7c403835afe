import type { Thresholds } from '@find-on-1688/shared'

/** shared/src/photo/calibrated.ts: the thresholds as code, so that a bundle holds four numbers and no report. */
export function calibrated({ same, probably, minQuality, colour }: Thresholds): string {
  return `// Written by \`npm run calibrate\`, which says in docs/verdict.md how it found them: do not change by hand.
export const CALIBRATED = { same: ${same}, probably: ${probably}, minQuality: ${minQuality}, colour: ${colour} }
`
}
