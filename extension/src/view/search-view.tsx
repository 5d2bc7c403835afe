import { useState } from 'preact/hooks'
import type { ProxySettings } from '../proxy/settings.ts'
import type { Search, Sent } from '../search/state.ts'
import { FailureView } from './failure-view.tsx'
import { Foot } from './foot.tsx'
import { Head } from './head.tsx'
import { NoOffers } from './no-offers.tsx'
import { OfferList } from './offer-list.tsx'
import { Receipt } from './receipt.tsx'
import { Skeleton } from './skeleton.tsx'

interface Props {
  search: Search
  sent: Sent | undefined
  proxy: ProxySettings
}

export function SearchView({ search, sent, proxy }: Props) {
  const [receiptShown, showReceipt] = useState(false)
  return (
    <div class="popup">
      <Head search={search} sent={sent} onReceipt={() => showReceipt(!receiptShown)} />
      {receiptShown && sent && <Receipt sent={sent} proxy={proxy} onClose={() => showReceipt(false)} />}
      <main>
        <Body search={search} />
      </main>
      <Foot notes={search.lists[search.mode]?.notes ?? []} />
    </div>
  )
}

function Body({ search }: { search: Search }) {
  const list = search.lists[search.mode]
  if (search.readFailure) return <FailureView failure={search.readFailure} />
  if (list?.failure && list.page === 0) return <FailureView failure={list.failure} />
  if (!list || (list.state === 'loading' && list.page === 0)) return <Skeleton />
  if (list.offers.length === 0 && !list.hasMore)
    return <NoOffers similarLeft={search.mode === 'same' && list.modesDiffer} />
  return <OfferList key={search.mode} list={list} />
}
