import { useMemo, useState } from 'preact/hooks'
import type { ProxySettings } from '../../api/settings.ts'
import { texts } from '../../i18n/index.ts'
import { listOf, togetherOf } from '../../model/fused-list.ts'
import type { Picture, Search } from '../../model/search.ts'
import { FailureView } from '../components/error-view.tsx'
import { Message } from '../components/message.tsx'
import { TogetherContext } from '../offer/found-by.ts'
import { DetailsContext } from '../offer/use-offer-details.ts'
import {
  Choices,
  FurtherReceipt,
  NoMatchLine,
  NoOffers,
  PhotoStrip,
  Ready,
  Receipt,
} from '../photo-match/lazy.ts'
import { useDesk } from '../state/app-context.tsx'
import { Foot } from './footer.tsx'
import { Head } from './header.tsx'
import { OfferList } from './offer-list.tsx'
import { Skeleton } from './skeleton.tsx'
import { Bar } from './toolbar.tsx'
import { useClosingWhilePicking } from './use-close-while-picking.ts'
import { useNoMatch } from './use-no-match.ts'
import { type Shown, shownOf } from './visible-offers.ts'

export interface ResultsProps {
  search: Search
  sent: Picture | undefined
  proxy: ProxySettings
}

/** The search of the moment, from its picture to its offers. */
export function Results({ search, sent, proxy }: ResultsProps) {
  const t = texts()
  const { habits, money, assumptions, setHabits } = useDesk()
  const [receiptShown, showReceipt] = useState(false)
  useClosingWhilePicking(search)
  const noMatch = useNoMatch(search)
  const list = listOf(search)
  const details = search.details ?? NO_DETAILS
  const showAll = () => setHabits({ filters: {} })
  const shown = useMemo(
    () => list && shownOf(list, details, { habits, money, assumptions, showAll }),
    [list, details, habits, money, assumptions],
  )
  const hasList = search.reading === 'done' || search.reading === 'running'
  return (
    <DetailsContext.Provider value={details}>
      <Head search={search} sent={sent} onReceipt={() => showReceipt(!receiptShown)} />
      {receiptShown && sent && search.reading === 'done' && (
        <Receipt
          picture={sent}
          proxy={proxy}
          title={t.sentTitle}
          part={search.region}
          onClose={() => showReceipt(false)}
        />
      )}
      {receiptShown && search.further && <FurtherReceipt search={search} />}
      {hasList && <Bar badges={shown?.badges ?? []} />}
      <div class="body" tabIndex={-1}>
        {search.further && search.reading === 'done' && (
          <div class="strip-room">
            <PhotoStrip search={search} sent={sent} />
          </div>
        )}
        <TogetherContext.Provider value={togetherOf(search)}>
          <Body search={search} sent={sent} proxy={proxy} shown={shown} />
        </TogetherContext.Provider>
      </div>
      {noMatch && sent && <NoMatchLine search={search} sent={sent} found={noMatch} />}
      {shown && list && list.offers.length > 0 && <Foot search={search} rows={shown.rows} />}
    </DetailsContext.Provider>
  )
}

const NO_DETAILS = {}

function Body(props: ResultsProps & { shown: Shown | undefined }) {
  const t = texts()
  const { search, sent, proxy, shown } = props
  const list = listOf(search)
  if (search.readFailure) return <FailureView failure={search.readFailure} source={search.source} />
  if (search.reading === 'choosing') return <Choices choices={search.choices ?? []} />
  if (search.reading === 'picking') return <Message title={t.picking} text={t.pickingNext} role="status" />
  if (search.reading === 'ready' && sent) return <Ready picture={sent} proxy={proxy} />
  if (list?.failure && list.page === 0) return <FailureView failure={list.failure} />
  if (!list || !shown || (list.state === 'loading' && list.page === 0)) return <Skeleton />
  if (list.offers.length === 0 && !list.hasMore) return <NoOffers search={search} sent={sent} />
  return <OfferList key={search.mode} search={search} list={list} shown={shown} picture={sent?.dataUrl} />
}
