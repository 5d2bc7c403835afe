import { useContext } from 'preact/hooks'
import type { Contact } from '../../db/schema.ts'
import type { ExportInput, ExportOffer } from '../../export/table.ts'
import { resultListOf } from '../../model/fused-list.ts'
import type { Listing } from '../../model/listing.ts'
import { type Search, savedIdOf } from '../../model/search.ts'
import { marginFor } from '../../pricing/margin-for.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'
import { exportMargin, exportVerdict } from './export-figures.ts'

export interface ExportRow {
  row: PricedOffer
  foundBy?: number | undefined
  note?: string
  decision?: string
  /** The latest last. */
  contacted?: Contact[] | undefined
  /** The saved search that found it, if it is not of the current one. */
  searchId?: string | null | undefined
}

/**
 * What exported files are made from. Listing, margin and comparison of photos are those of the search that found an offer: a
 * saved offer of an earlier search has only the listing that was saved with it.
 */
export function useExportInput(
  rows: () => ExportRow[],
  search: Search | null,
  photos?: number,
): () => Promise<ExportInput> {
  const { preferences, money, assumptions } = useApp()
  const verdicts = useContext(VerdictsContext)
  const sellingPrice = useSellingPrice(search)
  const found = new Set(search && resultListOf(search)?.offers.map(({ offerId }) => offerId))
  const isOfSearch = ({ row, searchId }: ExportRow) =>
    search !== null && (searchId === savedIdOf(search) || found.has(row.offer.offerId))

  function ofSearch({ row }: ExportRow): Pick<ExportOffer, 'listing' | 'margin' | 'photo'> {
    const price = sellingPrice ?? { price: null, priceTo: null, currency: money.currency }
    return {
      listing: search?.listing ?? null,
      margin: exportMargin(marginFor(row, price, money, assumptions)),
      ...exportVerdict(verdicts[row.offer.offerId]),
    }
  }

  return async () => {
    const all = rows()
    const earlier = await savedListings(all.filter((row) => !isOfSearch(row)))
    return {
      offers: all.map((each) => {
        const { row, foundBy, note, decision, contacted, searchId } = each
        const last = contacted?.at(-1)
        return {
          offer: row.offer,
          ...row.at,
          converted: row.at.unitPrice === null ? null : (row.converted?.low ?? null),
          ...(isOfSearch(each) ? ofSearch(each) : { listing: earlier.get(searchId ?? '') ?? null }),
          ...(foundBy && { foundBy }),
          ...(note && { note }),
          ...(decision && { decision }),
          ...(last && { contacted: { ...last, at: new Date(last.at) } }),
        }
      }),
      quantity: preferences.quantity,
      currency: money.currency,
      generatedAt: new Date(),
      ...(photos && photos > 1 && { photos }),
    }
  }
}

/** By the id of the saved search. Where the history cannot be read, the rest is exported all the same. */
async function savedListings(rows: ExportRow[]): Promise<Map<string, Listing | null>> {
  const ids = rows.flatMap(({ searchId }) => searchId ?? [])
  if (ids.length === 0) return new Map()
  const { getListings } = await import('../../db/searches.ts')
  return getListings(ids).catch(() => new Map())
}
