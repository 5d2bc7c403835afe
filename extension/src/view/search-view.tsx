import { useEffect, useState } from 'preact/hooks'
import type { ProxySettings } from '../proxy/settings.ts'
import type { Picture, Search } from '../search/state.ts'
import { texts } from '../text/index.ts'
import { Choices } from './choices.tsx'
import { FailureView } from './failure-view.tsx'
import { Foot } from './foot.tsx'
import { Head } from './head.tsx'
import { Message } from './message.tsx'
import { NoOffers } from './no-offers.tsx'
import { OfferList } from './offer-list.tsx'
import { Ready } from './ready.tsx'
import { Receipt } from './receipt.tsx'
import { Skeleton } from './skeleton.tsx'
import type { Where } from './where.ts'

interface Props {
  search: Search
  sent: Picture | undefined
  proxy: ProxySettings
  where: Where
}

const JUST_NOW_MS = 3000

export function SearchView({ search, sent, proxy, where }: Props) {
  const t = texts()
  const [receiptShown, showReceipt] = useState(false)
  const isPicking = search.reading === 'picking'
  useEffect(() => {
    // The page waits for the person's hand: a popup in front of it would take the keys.
    if (isPicking && where === 'popup' && Date.now() - search.startedAt < JUST_NOW_MS) window.close()
  }, [isPicking])
  return (
    <div class={where}>
      <Head search={search} sent={sent} onReceipt={() => showReceipt(!receiptShown)} />
      {receiptShown && sent && search.reading === 'done' && (
        <Receipt picture={sent} proxy={proxy} title={t.sentTitle} onClose={() => showReceipt(false)} />
      )}
      <main>
        <Body search={search} sent={sent} proxy={proxy} />
      </main>
      <Foot notes={search.lists[search.mode]?.notes ?? []} where={where} />
    </div>
  )
}

function Body({ search, sent, proxy }: Omit<Props, 'where'>) {
  const t = texts()
  const list = search.lists[search.mode]
  if (search.readFailure) return <FailureView failure={search.readFailure} source={search.source} />
  if (search.reading === 'choosing') return <Choices choices={search.choices ?? []} />
  if (search.reading === 'picking') return <Message title={t.picking} text={t.pickingNext} role="status" />
  if (search.reading === 'ready' && sent) return <Ready picture={sent} proxy={proxy} />
  if (list?.failure && list.page === 0) return <FailureView failure={list.failure} />
  if (!list || (list.state === 'loading' && list.page === 0)) return <Skeleton />
  if (list.offers.length === 0 && !list.hasMore)
    return <NoOffers similarLeft={search.mode === 'same' && list.modesDiffer} />
  return <OfferList key={search.mode} list={list} />
}
