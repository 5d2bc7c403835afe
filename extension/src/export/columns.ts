/** The type of a column's cells: `money` is a decimal string, `rate` a fraction of one, `url` a web address. */
export type Kind = 'text' | 'url' | 'money' | 'count' | 'rate' | 'measure'

/** The columns of every table, in order, with their width in characters. */
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
} as const satisfies Record<string, { kind: Kind; width: number }>

export type ColumnName = keyof typeof COLUMNS
