import type { RefObject } from 'preact'
import { useContext, useMemo, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { isAscending, nextSort, type Sort } from '../../model/preferences.ts'
import type { Search } from '../../model/search.ts'
import type { Margin } from '../../pricing/margin.ts'
import { marginFor } from '../../pricing/margin-for.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { whole } from '../format/text.ts'
import { FusedResultsContext } from '../offer/offer-contexts.ts'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'
import { OfferTableRow, type RowHandlers } from './offer-table-row.tsx'
import { useRowsInReach } from './use-rows-in-reach.ts'

export interface OfferTableProps {
  search: Search
  rows: PricedOffer[]
  /** Of the body, for the keys. */
  body: RefObject<HTMLTableSectionElement | null>
  changeText: ((offerId: string) => string | undefined) | undefined
  canLoadTiers: boolean
  onEnlarge(offerId: string | undefined): void
  onComparePhotos(offerId: string): void
}

/** In their order. The classes hide the less important ones where a window is narrow. */
const COLUMNS: { name: keyof ReturnType<typeof texts>['columns'] | 'price' | 'converted'; sort?: Sort }[] = [
  { name: 'photo' },
  { name: 'verdict', sort: 'verdict' },
  { name: 'title', sort: 'title' },
  { name: 'supplier', sort: 'supplier' },
  { name: 'badges', sort: 'badges' },
  { name: 'place', sort: 'place' },
  { name: 'years', sort: 'years' },
  { name: 'sales', sort: 'sales' },
  { name: 'reorder', sort: 'reorder' },
  { name: 'minimum', sort: 'minimum' },
  { name: 'price', sort: 'price' },
  { name: 'converted', sort: 'price' },
  { name: 'tiers', sort: 'tiers' },
  { name: 'margin', sort: 'margin' },
  { name: 'details' },
  { name: 'save' },
  { name: 'compare' },
]

/** The offers with everything that decides in columns, for a wide window. */
export function OfferTable(props: OfferTableProps) {
  const { rows, body, search, changeText, canLoadTiers } = props
  const { preferences, setPreferences, money, currentId, compared, shortlist } = useApp()
  const verdicts = useContext(VerdictsContext)
  const { foundBy, photos = 0 } = useContext(FusedResultsContext) ?? {}
  const marginOfRow = useMargins(search)
  const handlers = useHandlers(props)
  const count = useRowsInReach(
    body,
    rows,
    rows.findIndex(({ offer }) => offer.offerId === currentId),
  )
  const t = texts()
  return (
    <>
      <table class="offer-table" aria-rowcount={rows.length + 1} aria-label={t.offerTable}>
        <thead>
          <tr>
            {COLUMNS.map(({ name, sort }) => (
              <Heading
                key={name}
                name={name}
                label={headingOf(name, preferences.quantity, money.currency)}
                // One column alone says how the table is sorted.
                sorted={sort !== undefined && sort === preferences.sort && name !== 'converted'}
                isAscending={isAscending(preferences)}
                onSort={sort && (() => setPreferences(nextSort(preferences, sort)))}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.slice(0, count).map((priced) => {
            const { offerId } = priced.offer
            const found = foundBy?.get(offerId)
            return (
              <OfferTableRow
                key={offerId}
                priced={priced}
                details={search.details?.[offerId]}
                verdict={verdicts[offerId]}
                margin={marginOfRow(priced)}
                currency={money.currency}
                note={changeText?.(offerId) ?? (found && photos > 1 ? t.foundBy(found, photos) : undefined)}
                canLoadTiers={canLoadTiers}
                isCurrent={offerId === currentId}
                isSaved={shortlist.has(offerId)}
                isCompared={compared.some((offer) => offer.offerId === offerId)}
                handlers={handlers}
              />
            )
          })}
        </tbody>
      </table>
      <div style={{ height: (rows.length - count) * ROW_PX }} />
    </>
  )
}

function headingOf(name: (typeof COLUMNS)[number]['name'], quantity: number, currency: string): string {
  const t = texts()
  if (name === 'price') return t.priceColumn(whole(quantity))
  return name === 'converted' ? currency : t.columns[name]
}

interface HeadingProps {
  name: string
  label: string
  sorted: boolean
  isAscending: boolean
  onSort: (() => void) | undefined
}

function Heading({ name, label, sorted, isAscending, onSort }: HeadingProps) {
  return (
    <th
      scope="col"
      class={`col-${name}`}
      aria-sort={sorted ? (isAscending ? 'ascending' : 'descending') : undefined}
    >
      {onSort ? (
        <button type="button" onClick={onSort}>
          {label}
          <span aria-hidden="true">{sorted && (isAscending ? ' ↑' : ' ↓')}</span>
        </button>
      ) : (
        <span class="visually-hidden">{label}</span>
      )}
    </th>
  )
}

/** Each computed once for what it depends on. */
function useMargins(search: Search): (priced: PricedOffer) => Margin | undefined {
  const { money, assumptions } = useApp()
  const sellingPrice = useSellingPrice(search)
  const margins = useMemo(
    () => new WeakMap<PricedOffer, Margin>(),
    [money, assumptions, JSON.stringify(sellingPrice)],
  )
  return (priced) => {
    if (!sellingPrice) return undefined
    const margin = margins.get(priced) ?? marginFor(priced, sellingPrice, money, assumptions)
    margins.set(priced, margin)
    return margin
  }
}

/** The same object every time, so that rows that are as before are not drawn again. */
function useHandlers({ onEnlarge, onComparePhotos }: OfferTableProps): RowHandlers {
  const { setCurrentId } = useApp()
  const { save, compare } = useOfferActions()
  const latest = useRef<RowHandlers>(undefined)
  latest.current = {
    save,
    compare,
    current: setCurrentId,
    enlarge: onEnlarge,
    comparePhotos: onComparePhotos,
  }
  return useMemo(
    () => ({
      save: (offer) => latest.current?.save(offer),
      compare: (offer) => latest.current?.compare(offer),
      current: (offerId) => latest.current?.current(offerId),
      enlarge: (offerId) => latest.current?.enlarge(offerId),
      comparePhotos: (offerId) => latest.current?.comparePhotos(offerId),
    }),
    [],
  )
}

/** As in `offer-table.css`. */
const ROW_PX = 27
