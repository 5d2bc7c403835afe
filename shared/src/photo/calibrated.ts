// Written by `npm run calibrate`, which says in docs/verdict.md how it found them: do not change by hand.
export const CALIBRATED = {
  same: 26,
  probably: 42,
  minQuality: 50,
  colour: 63,
  wholly: 94.1,
  partly: 96.9,
  added: 8,
  patch: 2.1,
}
