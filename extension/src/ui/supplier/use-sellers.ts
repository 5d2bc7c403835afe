import { useContext, useMemo } from 'preact/hooks'
import type { SearchRecord } from '../../db/schema.ts'
import { summaryOf } from '../../db/search-summary.ts'
import { getRecords } from '../../db/searches.ts'
import { offerIdsOf, type Search } from '../../model/search.ts'
import { distinctOffers, groupBySeller, productsOf, type Seller } from '../../model/suppliers.ts'
import { historyTitle } from '../history/history-text.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useReuse } from '../photo-reuse/use-reuse.ts'
import { useApp } from '../state/app-context.tsx'
import { useDatabase } from '../state/use-stored.ts'
import { foundOffers } from './found-offers.ts'

/** A saved search that offers of the shortlist were found by. */
export interface Product {
  id: string
  /** `null` if it is no longer in the history. */
  name: string | null
  thumb: string
}

export const SCOPES = ['search', 'shortlist'] as const
export type Scope = (typeof SCOPES)[number]

export interface Sellers {
  all: Seller[]
  products: Product[]
  /** The sellers of each photo that several of them show. */
  sharedPhotos: Seller[][]
  /** Where an offer is. */
  isIn(scope: Scope, offerId: string): boolean
  /** In each scope, how many offers name no seller. */
  unnamed: Record<Scope, number>
}

const NO_QUERIES: string[] = []

/** Everyone whose offers are loaded; `undefined` until what is stored has been read. */
export function useSellers(search: Search | null): Sellers | undefined {
  const { shortlist } = useApp()
  const verdicts = useContext(VerdictsContext)
  const entries = useMemo(() => [...shortlist.values()].sort((one, other) => other.at - one.at), [shortlist])
  const ids = [...new Set(entries.flatMap(({ searchId }) => searchId ?? []))]
  const { value, failure } = useDatabase('searches', () => getRecords(ids), [ids.join(' ')])
  const records = value ?? (failure === undefined ? undefined : NO_RECORDS)

  const found = useMemo(
    () => records && foundOffers(search, verdicts, entries, records),
    [search, verdicts, entries, records],
  )
  const offers = useMemo(() => distinctOffers({ offers: found ?? [] }).map(({ offer }) => offer), [found])
  const reused = useReuse(NO_QUERIES, offers)
  return useMemo(() => {
    if (!found || !records) return
    const all = groupBySeller(found)
    const sellerOf = new Map(
      all.flatMap((seller) => seller.offers.map(({ offer }) => [offer.offerId, seller])),
    )
    const inSearch = new Set(search ? offerIdsOf(search) : [])
    const isIn = (scope: Scope, id: string) => (scope === 'search' ? inSearch : shortlist).has(id)
    const unnamedIn = (scope: Scope) =>
      offers.filter(({ offerId }) => isIn(scope, offerId) && !sellerOf.has(offerId)).length
    return {
      all,
      products: ids.map((id) => productOf(id, records)),
      sharedPhotos: (reused?.photos ?? [])
        .map(({ uses }) => [...new Set(uses.flatMap(({ offerId }) => sellerOf.get(offerId) ?? []))])
        .filter((sellers) => sellers.length > 1),
      isIn,
      unnamed: { search: unnamedIn('search'), shortlist: unnamedIn('shortlist') },
    }
  }, [found, records, offers, reused, search, shortlist])
}

const NO_RECORDS: SearchRecord[] = []

function productOf(id: string, records: readonly SearchRecord[]): Product {
  const record = records.find((each) => each.id === id)
  return record
    ? { id, name: historyTitle(summaryOf(record)), thumb: record.thumb }
    : { id, name: null, thumb: '' }
}

/** Those of one's products that the seller has an offer for. */
export function coveredBy(seller: Seller, products: readonly Product[]): Product[] {
  const ids = new Set(productsOf(seller))
  return products.filter(({ id }) => ids.has(id))
}
