import type { Kind } from './columns.ts'
import { PICTURE_COLUMN_WIDTH } from './drawing.ts'

/** Of an offer that is listed for a product. A new one goes to the end, because people's formulas refer to columns by letters. */
export const CANDIDATE_COLUMNS = {
  offerId: { kind: 'text', width: 16 },
  title: { kind: 'text', width: 36 },
  photo: { kind: 'text', width: 16 },
  price: { kind: 'money', width: 12 },
  priceTo: { kind: 'money', width: 12 },
  priceBasis: { kind: 'text', width: 16 },
  priceQuantity: { kind: 'count', width: 12 },
  minOrder: { kind: 'count', width: 9 },
  marginLow: { kind: 'rate', width: 10 },
  marginHigh: { kind: 'rate', width: 10 },
  marginBound: { kind: 'text', width: 12 },
  marginMissing: { kind: 'text', width: 24 },
  supplier: { kind: 'text', width: 26 },
  location: { kind: 'text', width: 16 },
  detailUrl: { kind: 'url', width: 40 },
  imageUrl: { kind: 'url', width: 40 },
} as const satisfies Columns

/** Only in a workbook with pictures. */
export const PICTURE_COLUMNS = {
  picture: { kind: 'text', width: PICTURE_COLUMN_WIDTH },
  offerPicture: { kind: 'text', width: PICTURE_COLUMN_WIDTH },
} as const satisfies Columns

/** Of the offer that was chosen. */
export const CHOSEN_COLUMNS = {
  ...CANDIDATE_COLUMNS,
  titleChinese: { kind: 'text', width: 36 },
  converted: { kind: 'money', width: 12 },
  convertedTo: { kind: 'money', width: 12 },
  convertedCurrency: { kind: 'text', width: 10 },
  landedLow: { kind: 'money', width: 12 },
  landedHigh: { kind: 'money', width: 12 },
  landedBound: { kind: 'text', width: 12 },
  marginCurrency: { kind: 'text', width: 10 },
  unit: { kind: 'text', width: 8 },
  priceTiers: { kind: 'text', width: 28 },
  years: { kind: 'count', width: 8 },
  badges: { kind: 'text', width: 20 },
  monthlySales: { kind: 'count', width: 12 },
  repurchaseRate: { kind: 'rate', width: 10 },
} as const satisfies Columns

/** What a person decided, before the offer. */
export const DECISION_COLUMNS = {
  decision: { kind: 'text', width: 12 },
  note: { kind: 'text', width: 28 },
  quantity: { kind: 'count', width: 10 },
} as const satisfies Columns

/** How the search went, after the offer. */
export const STATE_COLUMNS = {
  state: { kind: 'text', width: 14 },
  reason: { kind: 'text', width: 36 },
  offers: { kind: 'count', width: 10 },
  compared: { kind: 'count', width: 10 },
  same: { kind: 'count', width: 10 },
  likely: { kind: 'count', width: 10 },
  searchedAt: { kind: 'text', width: 17 },
} as const satisfies Columns

/** What is known of a product that came from no table. */
export const PRODUCT_COLUMNS = {
  productNumber: { kind: 'own', width: 16 },
  title: { kind: 'own', width: 36 },
  price: { kind: 'own', width: 10 },
  currency: { kind: 'own', width: 10 },
  quantity: { kind: 'own', width: 10 },
  weightKg: { kind: 'own', width: 10 },
  link: { kind: 'url', width: 40 },
  picture: { kind: 'url', width: 40 },
} as const satisfies Columns

export type ProductColumn = keyof typeof PRODUCT_COLUMNS
export type CandidateColumn = keyof typeof CANDIDATE_COLUMNS
export type ChosenColumn = keyof typeof CHOSEN_COLUMNS
export type PictureColumnName = keyof typeof PICTURE_COLUMNS
type DecisionColumn = keyof typeof DECISION_COLUMNS
export type StateColumn = keyof typeof STATE_COLUMNS
/** Of a file that is read back, by its headers. */
export type BatchColumn = PictureColumnName | DecisionColumn | ChosenColumn | StateColumn | 'rowId'

type Columns = Record<string, { kind: Kind; width: number }>
