// Written by `npm run calibrate`, which says in docs/verdict.md how it found them: do not change by hand.
export const CALIBRATED = { same: 26, probably: 42, minQuality: 50, colour: 63 }
