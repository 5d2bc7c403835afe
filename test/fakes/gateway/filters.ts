import type { Offer } from './catalogue/index.ts'

type Test = (offer: Offer) => boolean

const refunds =
  (from: number, to: number): Test =>
  ({ terms: { qualityRefunds } }) =>
    qualityRefunds >= from && qualityRefunds <= to
const score =
  (from: number, below: number): Test =>
  ({ terms: { serviceScore } }) =>
    serviceScore >= from && serviceScore < below
const shipsWithin =
  (hours: number): Test =>
  ({ terms: { shipsWithinHours } }) =>
    shipsWithinHours !== null && shipsWithinHours <= hours
const has =
  (identity: string): Test =>
  ({ supplier }) =>
    supplier.identities.includes(identity)

/**
 * The names that `filter` is known to take, in groups: names of one group are alternatives (inferred), of several groups all
 * must hold. A name that is not here changes nothing.
 */
const GROUPS: Record<string, Test>[] = [
  {
    qrr0: refunds(0, 0),
    qrr1: refunds(0.001, 1),
    qrr5: refunds(1.001, 5),
    qrr10: refunds(5.001, 10),
  },
  {
    totalEpScoreLv1: score(5, 6),
    totalEpScoreLv2: score(4.5, 5),
    totalEpScoreLv3: score(4, 4.5),
    totalEpScoreLv4: score(0, 4),
  },
  { shipInToday: () => false, shipIn24Hours: shipsWithin(24), shipIn48Hours: shipsWithin(48) },
  { certifiedFactory: has('super_factory') },
  { isOnePsale: ({ terms }) => terms.dropshipPrice !== null },
  { isOnePsaleFreePost: ({ terms }) => terms.isPostageFree },
  { noReason7DReturn: ({ terms }) => terms.takesBackFor7Days },
  { '1688Selection': () => false, isQqyx: () => false, isSelect: () => false, jxhy: () => false },
  { new7: () => false, new30: () => false },
]

/** @param names as in `filter`: separated by commas, or a list */
export function passes(names: readonly string[]): Test {
  const asked = GROUPS.map((group) => names.flatMap((name) => group[name] ?? [])).filter(
    ({ length }) => length > 0,
  )
  return (offer) => asked.every((alternatives) => alternatives.some((test) => test(offer)))
}

/** Prices in yuan, both included. */
export function within(start: unknown, end: unknown): Test {
  const [low, high] = [Number(start || 0), Number(end || Number.POSITIVE_INFINITY)]
  return ({ price }) => Number(price) >= low && Number(price) <= high
}

/** Every word is in one of the titles. */
export function titled(keyword: unknown): Test {
  const words = typeof keyword === 'string' ? keyword.toLowerCase().split(/\s+/) : []
  return ({ title, titleTranslated }) =>
    words.every((word) => `${title} ${titleTranslated}`.toLowerCase().includes(word))
}
