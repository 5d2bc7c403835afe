import { fusedResultsOf, resultListOf } from '../../model/fused-list.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { openInItem } from '../../model/stored-items.ts'
import { priceOffer } from '../../pricing/priced-offer.ts'
import type { ViewKeys } from '../../pricing/sort-offers.ts'
import { useExport } from '../export/export-menu.tsx'
import type { ExportRow } from '../export/use-export-input.ts'
import { useSortKeys } from '../margin/use-sort-keys.ts'
import { visibleOffersOf } from '../results/visible-offers.ts'
import { shortlistRows } from '../shortlist/shortlist-rows.ts'
import { type AppState, useApp } from '../state/app-context.tsx'
import { knownOffer } from '../state/known-offers.ts'
import type { Route } from '../state/route.ts'
import { useStored } from '../state/use-stored.ts'
import type { ActionContext, Overlay } from './action.ts'

/** The views of the current search. Others have exports of their own. */
const OF_SEARCH: Route[] = ['results', 'margin', 'evidence', 'region', 'photo-reuse', 'gallery']

/** What actions work with, as the view is now. Five hundred rows are priced for the export that needs them, not for a menu. */
export function useActionContext(search: Search | null, show: (overlay: Overlay) => void): ActionContext {
  const app = useApp()
  const openIn = useStored(openInItem)
  const loaded = search ? resultListOf(search) : undefined
  const list = loaded && loaded.offers.length > 0 ? loaded : undefined
  const sortKeys = useSortKeys(search, app)
  const isShortlist = app.route === 'shortlist'
  const rows = () =>
    isShortlist ? shortlistRows(app, search) : search && list ? resultRows(app, search, list, sortKeys) : []
  const offer = currentRow(app, search, list)
  const exports = useExport(rows, search, search ? fusedResultsOf(search)?.photos : undefined)
  return {
    app,
    search,
    list,
    offer: offer?.row,
    hasRows: isShortlist ? app.shortlist.size > 0 : list !== undefined && OF_SEARCH.includes(app.route),
    exports,
    openIn,
    show,
  }
}

/** Of the offers that are shown, as sorted and filtered. */
function resultRows(
  { preferences, money, assumptions }: AppState,
  search: Search,
  list: ResultList,
  sortKeys: ViewKeys,
): ExportRow[] {
  const foundBy = fusedResultsOf(search)?.foundBy
  const options = { preferences, money, assumptions, sortKeys, showAll: () => {} }
  return visibleOffersOf(list, search.details ?? {}, options).rows.map((row) => ({
    row,
    foundBy: foundBy?.get(row.offer.offerId),
  }))
}

/** The row that keys act on, where the view shows it. */
function currentRow(
  app: AppState,
  search: Search | null,
  list: ResultList | undefined,
): ExportRow | undefined | null {
  const { currentId, route, preferences, money, assumptions } = app
  if (route === 'offer') {
    const located = knownOffer(app.routeArgument, { ...app, search })
    return (
      located && {
        row: priceOffer(located.offer, located.details, preferences.quantity, money, assumptions),
      }
    )
  }
  if (!currentId || !document.querySelector(`[data-offer="${currentId}"]`)) return undefined
  if (route === 'shortlist')
    return shortlistRows(app, search).find(({ entry }) => entry.offerId === currentId)
  const offer = list?.offers.find(({ offerId }) => offerId === currentId)
  if (route !== 'results' || !offer) return undefined
  return { row: priceOffer(offer, search?.details?.[currentId], preferences.quantity, money, assumptions) }
}
