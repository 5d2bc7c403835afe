/**
 * The type of a column's cells: `money` is a decimal string, `rate` a fraction of one, `url` a web address, `own` text of the
 * user's own that is written as it came.
 */
export type Kind = 'text' | 'url' | 'money' | 'count' | 'rate' | 'measure' | 'own'

/** Tiers with columns of their own; further ones are only in the text of all tiers. */
export const MAX_TIER_COLUMNS = 5

/**
 * The columns of every table, in order, with their width in characters. A new one goes to the end, because people's own
 * formulas refer to columns by their letters.
 */
export const COLUMNS = {
  offerId: { kind: 'text', width: 16 },
  titleTranslated: { kind: 'text', width: 40 },
  title: { kind: 'text', width: 40 },
  supplier: { kind: 'text', width: 28 },
  location: { kind: 'text', width: 16 },
  years: { kind: 'count', width: 8 },
  verified: { kind: 'text', width: 10 },
  badges: { kind: 'text', width: 20 },
  unitPrice: { kind: 'money', width: 14 },
  quantity: { kind: 'count', width: 12 },
  belowMinimum: { kind: 'text', width: 12 },
  converted: { kind: 'money', width: 14 },
  convertedCurrency: { kind: 'text', width: 10 },
  minOrder: { kind: 'count', width: 12 },
  unit: { kind: 'text', width: 8 },
  priceSteps: { kind: 'text', width: 30 },
  monthlySales: { kind: 'count', width: 12 },
  repurchaseRate: { kind: 'rate', width: 12 },
  patented: { kind: 'text', width: 10 },
  weightKg: { kind: 'measure', width: 10 },
  foundBy: { kind: 'count', width: 12 },
  detailUrl: { kind: 'url', width: 46 },
  imageUrl: { kind: 'url', width: 46 },
  note: { kind: 'text', width: 36 },
  decision: { kind: 'text', width: 14 },
  listingTitle: { kind: 'text', width: 40 },
  listingPrice: { kind: 'money', width: 14 },
  listingPriceTo: { kind: 'money', width: 14 },
  listingCurrency: { kind: 'text', width: 10 },
  listingProductNumber: { kind: 'text', width: 18 },
  generatedAt: { kind: 'text', width: 17 },
  photo: { kind: 'text', width: 22 },
  priceBasis: { kind: 'text', width: 22 },
  listPrice: { kind: 'money', width: 14 },
  listPriceTo: { kind: 'money', width: 14 },
  variantPriceLow: { kind: 'money', width: 14 },
  variantPriceHigh: { kind: 'money', width: 14 },
  lengthCm: { kind: 'measure', width: 11 },
  widthCm: { kind: 'measure', width: 11 },
  heightCm: { kind: 'measure', width: 11 },
  detailsAt: { kind: 'text', width: 17 },
  landedLow: { kind: 'money', width: 14 },
  landedHigh: { kind: 'money', width: 14 },
  landedBound: { kind: 'text', width: 12 },
  marginCurrency: { kind: 'text', width: 10 },
  marginLow: { kind: 'rate', width: 11 },
  marginHigh: { kind: 'rate', width: 11 },
  marginBound: { kind: 'text', width: 12 },
  marginMissing: { kind: 'text', width: 30 },
  tierQuantity1: { kind: 'count', width: 11 },
  tierPrice1: { kind: 'money', width: 11 },
  tierQuantity2: { kind: 'count', width: 11 },
  tierPrice2: { kind: 'money', width: 11 },
  tierQuantity3: { kind: 'count', width: 11 },
  tierPrice3: { kind: 'money', width: 11 },
  tierQuantity4: { kind: 'count', width: 11 },
  tierPrice4: { kind: 'money', width: 11 },
  tierQuantity5: { kind: 'count', width: 11 },
  tierPrice5: { kind: 'money', width: 11 },
  listingPriceBasis: { kind: 'text', width: 14 },
  variant: { kind: 'text', width: 28 },
  stock: { kind: 'count', width: 10 },
  availability: { kind: 'text', width: 18 },
  contactedAt: { kind: 'text', width: 17 },
  contactMessage: { kind: 'text', width: 40 },
} as const satisfies Record<string, { kind: Kind; width: number }>

export type ColumnName = keyof typeof COLUMNS

type TierColumn = Extract<ColumnName, `tier${string}`>

/** The number of the tier that a column is for, and what of it. */
export function tierOf(name: ColumnName): { number: number; part: 'Quantity' | 'Price' } | null {
  const [, part, number] = /^tier(Quantity|Price)(\d)$/.exec(name) ?? []
  return part ? { number: Number(number), part: part as 'Quantity' | 'Price' } : null
}

/** The columns with a label of their own. */
export type NamedColumn = Exclude<ColumnName, TierColumn | 'foundBy'>

/** Those of the sheet that says who uses my photos, in order. A new one goes to the end here too. */
export const PHOTO_MAP_COLUMNS = {
  photo: { kind: 'text', width: 16 },
  verdict: { kind: 'text', width: 30 },
  supplier: { kind: 'text', width: 28 },
  detailUrl: { kind: 'url', width: 46 },
  price: { kind: 'money', width: 14 },
  priceTo: { kind: 'money', width: 14 },
  priceBasis: { kind: 'text', width: 22 },
  location: { kind: 'text', width: 16 },
  searchedAt: { kind: 'text', width: 17 },
  titleTranslated: { kind: 'text', width: 40 },
  title: { kind: 'text', width: 40 },
  offerId: { kind: 'text', width: 16 },
  imageUrl: { kind: 'url', width: 46 },
} as const satisfies Record<string, { kind: Kind; width: number }>

export type PhotoMapColumn = keyof typeof PHOTO_MAP_COLUMNS
