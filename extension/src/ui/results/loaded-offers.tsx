import type { ComponentChild } from 'preact'
import { useMemo } from 'preact/hooks'
import { fusedResultsOf } from '../../model/fused-list.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { useSortKeys } from '../margin/use-sort-keys.ts'
import { DetailsContext, FusedResultsContext } from '../offer/offer-contexts.ts'
import { useApp } from '../state/app-context.tsx'
import { Footer } from './footer.tsx'
import { OfferList } from './offer-list.tsx'
import { visibleOffersOf } from './visible-offers.ts'

export interface LoadedOffersProps {
  search: Search
  list: ResultList
  sent: SentPicture | undefined
  /** The photos that were searched, if several: above the list. */
  strip: ComponentChild
}

/** The offers of a search with what is said about all of them. A script of its own: until there are offers, nothing needs it. */
export function LoadedOffers({ search, list, sent, strip }: LoadedOffersProps) {
  const app = useApp()
  const { preferences, money, assumptions, setPreferences } = app
  const sortKeys = useSortKeys(search, app)
  const details = search.details ?? NO_DETAILS
  const showAll = () => setPreferences({ filters: {} })
  const visible = useMemo(
    () => visibleOffersOf(list, details, { preferences, money, assumptions, sortKeys, showAll }),
    [list, details, preferences, money, assumptions, sortKeys],
  )
  return (
    <DetailsContext.Provider value={details}>
      <div class="body" tabIndex={-1}>
        {strip}
        <FusedResultsContext.Provider value={fusedResultsOf(search)}>
          <OfferList key={search.mode} search={search} list={list} visible={visible} sent={sent} />
        </FusedResultsContext.Provider>
      </div>
      {list.offers.length > 0 && <Footer search={search} rows={visible.rows} />}
    </DetailsContext.Provider>
  )
}

const NO_DETAILS = {}
