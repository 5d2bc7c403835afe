import { useEffect } from 'preact/hooks'
import { proxyItem } from '../proxy/settings.ts'
import { attach } from '../search/messages.ts'
import { searchItem, sentItem } from '../search/state.ts'
import { Idle } from './idle.tsx'
import { SearchView } from './search-view.tsx'
import { useItem } from './use-item.ts'

/** The search of the moment, or what to do to make one. */
export function Popup() {
  useEffect(attach, [])
  const search = useItem(searchItem)
  const sent = useItem(sentItem)
  const proxy = useItem(proxyItem)
  if (search === undefined || sent === undefined || proxy === undefined) return <div class="popup" />
  if (!search) return <Idle setUp={Boolean(proxy.address && proxy.clientKey)} />
  const own = sent?.searchId === search.id ? sent : undefined
  return <SearchView key={search.id} search={search} sent={own} proxy={proxy} />
}
