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

/** Those in the listing's currency: the same product is listed in other currencies elsewhere. */
export const MONEY_FIGURES: readonly (keyof ProductFigures)[] = ['other']

export type Assumptions = LastingAssumptions & ProductFigures

export const DEFAULT_ASSUMPTIONS: LastingAssumptions = { freight: 'air', duty: 'usual', fee: 'usual' }
