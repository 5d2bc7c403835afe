import type { Offer } from '@find-on-1688/shared'
import type { SellerFacts } from '../model/seller-facts.ts'
import type { Seller } from '../model/suppliers.ts'
import type { Kind } from './columns.ts'
import { dateAndTime } from './file-name.ts'
import type { Cell, Table } from './table.ts'

/** The columns of the sheet of suppliers, in order. A new one goes to the end, as in the other sheets. */
const SUPPLIER_COLUMNS = {
  supplier: { kind: 'text', width: 32 },
  loginId: { kind: 'text', width: 18 },
  years: { kind: 'count', width: 8 },
  badges: { kind: 'text', width: 24 },
  location: { kind: 'text', width: 24 },
  sentFrom: { kind: 'text', width: 18 },
  factory: { kind: 'text', width: 44 },
  trader: { kind: 'text', width: 44 },
  neither: { kind: 'text', width: 44 },
  covered: { kind: 'count', width: 12 },
  allProducts: { kind: 'count', width: 12 },
  products: { kind: 'text', width: 40 },
  offers: { kind: 'count', width: 10 },
  service: { kind: 'measure', width: 10 },
  logistics: { kind: 'measure', width: 10 },
  product: { kind: 'measure', width: 10 },
  afterSales: { kind: 'measure', width: 10 },
  dispute: { kind: 'measure', width: 10 },
  consulting: { kind: 'measure', width: 10 },
  qualityRefunds30d: { kind: 'rate', width: 12 },
  shipped48h: { kind: 'rate', width: 12 },
  titles: { kind: 'text', width: 40 },
  addresses: { kind: 'text', width: 46 },
  generatedAt: { kind: 'text', width: 17 },
} as const satisfies Record<string, { kind: Kind; width: number }>

type SupplierColumn = keyof typeof SUPPLIER_COLUMNS

export interface SupplierLabels {
  sheet: string
  columns: Record<SupplierColumn, string>
}

interface SupplierRow {
  seller: Seller
  facts: SellerFacts
  /** In words, as are products and signals. */
  badges: string[]
  offers: Offer[]
  /** Those of one's products that the seller has. */
  products: string[]
  signals: Record<'factory' | 'trader' | 'neither', string[]>
}

export interface SupplierInput {
  rows: readonly SupplierRow[]
  /** How many products one has. */
  allProducts: number
  generatedAt: Date
}

/** One row a supplier. What is unknown is empty. */
export function toSupplierTable(
  { rows, allProducts, generatedAt }: SupplierInput,
  labels: SupplierLabels,
): Table {
  const names = Object.keys(SUPPLIER_COLUMNS) as SupplierColumn[]
  return {
    name: labels.sheet,
    columns: names.map((name) => ({
      ...{ name, label: labels.columns[name] },
      ...SUPPLIER_COLUMNS[name],
      currency: null,
    })),
    rows: rows.map(({ seller, facts, badges, offers, products, signals }) => {
      const figure = (code: string) =>
        [...facts.scores, ...facts.rates].find((each) => each.code === code)?.value ?? null
      const cells: Record<SupplierColumn, Cell> = {
        supplier: seller.name,
        loginId: seller.loginId,
        years: facts.years,
        badges: joined(badges),
        location: joined(facts.locations),
        sentFrom: joined(facts.sentFrom),
        factory: joined(signals.factory),
        trader: joined(signals.trader),
        neither: joined(signals.neither),
        // Without a shortlist there are no products, and nothing to cover.
        covered: allProducts === 0 ? null : products.length,
        allProducts: allProducts === 0 ? null : allProducts,
        products: joined(products),
        offers: offers.length,
        service: figure('service'),
        logistics: figure('logistics'),
        product: figure('product'),
        afterSales: figure('afterSales'),
        dispute: figure('dispute'),
        consulting: figure('consulting'),
        qualityRefunds30d: figure('qualityRefunds30d'),
        shipped48h: figure('shipped48h'),
        titles: joined(offers.map(({ title }) => title)),
        addresses: joined(offers.map(({ detailUrl }) => detailUrl)),
        generatedAt: dateAndTime(generatedAt),
      }
      return names.map((name) => cells[name])
    }),
  }
}

/** Neither a comma nor a semicolon, as in the table of offers. */
function joined(parts: string[]): string | null {
  return parts.length === 0 ? null : parts.join(' | ')
}
