/** The user's own value of one yuan, for example their bank's. It takes precedence over any other rate. */
export interface OwnRate {
  from: 'CNY'
  /** ISO 4217. */
  to: string
  /** `to` per yuan; above zero. */
  rate: string
}

export const FREIGHT_IDS = ['express', 'air', 'sea'] as const
export type FreightId = (typeof FREIGHT_IDS)[number]

export const DUTY_IDS = ['none', 'usual', 'high'] as const
export type DutyId = (typeof DUTY_IDS)[number]

export const FEE_IDS = ['none', 'usual'] as const
export type FeeId = (typeof FEE_IDS)[number]

/** For every product. */
export interface LastingAssumptions {
  /** An own rate in yuan a kilogram. */
  freight: FreightId | { perKg: string }
  duty: DutyId | { percent: string }
  fee: FeeId | { percent: string }
  ownRate?: OwnRate
}

/** The user's figures for one product. */
export interface ProductFigures {
  /** Chargeable weight of one piece. It takes precedence over the offer's weight and size. */
  weightKg?: string
  /** Any other cost of one piece, in the listing's currency. */
  other?: string
}

export type Assumptions = LastingAssumptions & ProductFigures

export const DEFAULT_ASSUMPTIONS: LastingAssumptions = { freight: 'air', duty: 'usual', fee: 'usual' }

/** The assumptions for a search: those for every product, and the figures entered for this one. */
export function assumptionsFor(
  searchId: string,
  lasting: LastingAssumptions,
  figures: (ProductFigures & { searchId: string }) | null,
): Assumptions {
  if (figures?.searchId !== searchId) return lasting
  const { searchId: _, ...ofThisProduct } = figures
  return { ...lasting, ...ofThisProduct }
}
