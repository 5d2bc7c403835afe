/** The user's own value of one yuan, for example their bank's. It takes precedence over any other rate. */
export interface OwnRate {
  from: 'CNY'
  /** ISO 4217. */
  to: string
  /** `to` per yuan; above zero. */
  rate: string
}

export const FREIGHT_IDS = ['express', 'air', 'sea', 'lcl'] as const
export type FreightId = (typeof FREIGHT_IDS)[number]

/** Cubic centimetres charged as one kilogram. `none`: only the weight is charged. */
export const DIVISORS = ['5000', '6000', '8000', 'none'] as const
export type Divisor = (typeof DIVISORS)[number]

/** `country`: the range of the marketplace's country. */
export const DUTY_IDS = ['country', 'high', 'none'] as const
export type DutyId = (typeof DUTY_IDS)[number]

export const FEE_IDS = ['usual', 'none'] as const
export type FeeId = (typeof FEE_IDS)[number]

/*
 * Amounts and percentages are what the user typed, as plain decimal strings. Text that is not a number is stored as it is:
 * every calculation finds it invalid, and its field shows it again.
 */

/** For every product. What is not set is not counted. */
export interface LastingAssumptions {
  /** An own rate in yuan, for a kilogram or a cubic metre. */
  freight: FreightId | { perKg: string } | { perM3: string }
  /** In place of that of the freight rate. */
  divisor?: Divisor
  duty: DutyId | { percent: string }
  fee: FeeId | { percent: string }
  /** The least that a marketplace charges for one piece, by currency (ISO 4217). */
  feeMinimum?: Record<string, string>
  /** By country (ISO 3166), in place of its standard rate. `none`: not registered, or prices without VAT. */
  vat?: Record<string, 'none' | { percent: string }>
  /** The country chosen for listings in a currency, if their shop does not tell. */
  marketplaces?: Record<string, string>
  /** `fba`: Amazon's fee for the size and weight of a piece. */
  fulfilmentBy?: 'fba'
  /** To the forwarder, in yuan. */
  domestic?: { perKg: string } | { perOrder: string }
  /** The buying agent's share of the goods. */
  agentPercent?: string
  /** In yuan for the whole order. */
  inspection?: string
  /** Pieces that are paid for and cannot be sold. */
  defectsPercent?: string
  /** What exchanging money costs on top of the rate. */
  spreadPercent?: string
  ownRate?: OwnRate
}

/** The user's figures for one product. */
export interface ProductFigures {
  /** Of one packed piece; in place of the offer's. */
  weightKg?: string
  lengthCm?: string
  widthCm?: string
  heightCm?: string
  /** For one piece, in the listing's currency. */
  fulfilment?: string
  /** Any other cost of one piece, in the listing's currency. */
  other?: string
  /** ISO 3166. */
  marketplace?: string
  /** What a supplier asks for a piece at the quantity, in yuan, by offer. */
  quotes?: Record<string, string>
}

/** Those of a listing in one currency: elsewhere the same product is listed in another one, and in another country. */
export const LISTING_FIGURES: readonly (keyof ProductFigures)[] = ['fulfilment', 'other', 'marketplace']

/** All that is assumed for one product. */
export type Assumptions = LastingAssumptions &
  ProductFigures & {
    /** The host of the listing, which may tell its country. */
    shop?: string | null
  }

export const DEFAULT_ASSUMPTIONS: LastingAssumptions = { freight: 'air', duty: 'country', fee: 'usual' }

/**
 * What is stored, also by earlier versions: there `usual` was one range of duty for every country. Whatever cannot be read
 * is as if it had never been set.
 */
export function lastingOf(
  stored: Partial<Record<keyof LastingAssumptions, unknown>> | null,
): LastingAssumptions {
  const { freight, duty, fee, ...rest } = stored ?? {}
  const known = (value: unknown, ids: readonly string[]) =>
    (typeof value === 'object' && value !== null) || ids.includes(value as string)
  return {
    ...(rest as Partial<LastingAssumptions>),
    ...DEFAULT_ASSUMPTIONS,
    ...(known(freight, FREIGHT_IDS) && { freight: freight as LastingAssumptions['freight'] }),
    ...(known(duty, DUTY_IDS) && { duty: duty as LastingAssumptions['duty'] }),
    ...(known(fee, FEE_IDS) && { fee: fee as LastingAssumptions['fee'] }),
  }
}
