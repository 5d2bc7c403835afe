import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { proxyItem } from '../proxy/settings.ts'
import { attach } from '../search/messages.ts'
import { searchItem, sentItem } from '../search/state.ts'
import { SearchView } from './search-view.tsx'
import { useItem } from './use-item.ts'
import type { Where } from './where.ts'

/** The search of the moment as it stands in the session's storage: every view shows the same. */
export function Current({ where, empty }: { where: Where; empty: (setUp: boolean) => ComponentChildren }) {
  useEffect(attach, [])
  const search = useItem(searchItem)
  const sent = useItem(sentItem)
  const proxy = useItem(proxyItem)
  if (search === undefined || sent === undefined || proxy === undefined) return <div class={where} />
  if (!search) return <>{empty(Boolean(proxy.address && proxy.clientKey))}</>
  const own = sent?.searchId === search.id ? sent : undefined
  return <SearchView key={search.id} search={search} sent={own} proxy={proxy} where={where} />
}
