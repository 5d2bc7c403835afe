import type { BatchAnswer, RowOutcome } from '../../model/batch.ts'

/** What the list of rows needs to know of an answer. */
export function outcomeOf({
  at,
  offers,
  verdicts,
}: Pick<BatchAnswer, 'at' | 'offers' | 'verdicts'>): RowOutcome {
  const judged = (...kinds: string[]) =>
    offers.filter(({ offerId }) => kinds.includes(verdicts[offerId] ?? 'not-checked'))
  const sellers = judged('same', 'probably').flatMap(
    ({ supplier }) => supplier.name ?? supplier.loginId ?? [],
  )
  const incomparable = judged('cannot-compare').length
  return {
    at,
    offers: offers.length,
    compared: judged('same', 'probably', 'other').length,
    same: judged('same').length,
    likely: judged('probably').length,
    ...(incomparable > 0 && { incomparable }),
    suppliers: [...new Set(sellers)],
  }
}
