import { texts } from '../../i18n/index.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { whole } from '../format/text.ts'
import { DetailsBatchLine } from '../offer/details-batch.tsx'
import { useApp } from '../state/app-context.tsx'
import type { VisibleOffers } from './visible-offers.ts'

interface Props {
  search: Search
  list: ResultList
  visible: VisibleOffers
}

/** For rows whose price at the quantity is not known: what sorting and filtering went by, and a way to ask for it. */
export function ListPrices({ search, list, visible: { rows, listPrices } }: Props) {
  const t = texts()
  const { sort, filters, quantity } = useApp().preferences
  const byPrice =
    sort === 'price' || sort === 'margin' || filters.priceMin !== undefined || filters.priceMax !== undefined
  const unknown = rows.filter(({ at }) => at.basis === 'list' || at.basis === 'unknown')
  return (
    <>
      {list.provider === 'crossborder' && (
        <DetailsBatchLine search={search} offerIds={unknown.map(({ offer }) => offer.offerId)} />
      )}
      {byPrice && listPrices > 0 && <p class="by-list-price">{t.byListPrice(listPrices, whole(quantity))}</p>}
    </>
  )
}
