import type { Thresholds } from '@find-on-1688/shared'

/** shared/src/photo/calibrated.ts: the thresholds as code, so that a bundle holds eight numbers and no report. */
export function calibrated(thresholds: Thresholds): string {
  const lines = Object.entries(thresholds).map(([name, value]) => `  ${name}: ${value},`)
  return `// Written by \`npm run calibrate\`, which says in docs/verdict.md how it found them: do not change by hand.
export const CALIBRATED = {
${lines.join('\n')}
}
`
}
