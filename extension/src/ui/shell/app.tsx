import type { Offer } from '@find-on-1688/shared'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { LastingAssumptions, ProductFigures } from '../../model/assumptions.ts'
import { resultListOf } from '../../model/fused-list.ts'
import { keepConnected } from '../../model/messages.ts'
import type { Preferences, Surface } from '../../model/preferences.ts'
import {
  additionalSentItem,
  assumptionsItem,
  comparedItem,
  preferencesItem,
  productFiguresItem,
  proxyItem,
  searchItem,
  sentItem,
} from '../../model/stored-items.ts'
import { assumptionsFor } from '../../pricing/assumptions.ts'
import {
  CompareView,
  EmptyState,
  EvidenceView,
  ExportResults,
  GalleryView,
  Help,
  HistoryView,
  MarginView,
  RegionView,
  ReuseView,
  ShortlistView,
  Upload,
  Welcome,
} from '../photo-match/lazy.ts'
import { QueryPhotosContext, queryPhotosOf } from '../photo-match/query-photos.ts'
import { useVerdicts, VerdictsContext } from '../photo-match/use-verdicts.ts'
import { Results } from '../results/results.tsx'
import { AppContext, type AppState } from '../state/app-context.tsx'
import { DEFAULT_CURRENCY } from '../state/currency-context.ts'
import { useRoute } from '../state/route.ts'
import { useDatabase } from '../state/use-database.ts'
import { useStored } from '../state/use-stored.ts'
import { useUpload } from '../upload/use-upload.ts'
import { LiveRegion, Toast, useAnnouncer } from './announcer.tsx'
import { AppNav } from './app-nav.tsx'
import { Loading } from './loading.tsx'
import { Tooltip } from './tooltip.tsx'
import { useAppShortcuts } from './use-app-shortcuts.ts'
import { useExchangeRates } from './use-exchange-rates.ts'
import { useFocusOnRoute } from './use-focus-on-route.ts'

const NO_OFFERS: Offer[] = []

/** One app in three places: all of them show what is stored, and none keeps anything for itself. */
export function App({ surface }: { surface: Surface }) {
  const t = texts()
  useEffect(keepConnected, [])
  const stored = useStoredItems()
  const [route, navigate] = useRoute()
  const [currentId, setCurrentId] = useState<string>()
  const [helpOpen, setHelpOpen] = useState(false)
  const announcer = useAnnouncer()
  const bringing = useUpload(navigate)
  const { search, sent, furtherSent, proxy, preferences, lasting, figures, compared } = stored
  const setUp = Boolean(proxy?.address && proxy.clientKey)
  const { rates, failure } = useExchangeRates(setUp)
  const { value: entries } = useDatabase('shortlist', readShortlist)
  const assumptions = useMemo(
    () => assumptionsFor(search?.id ?? '', lasting ?? assumptionsItem.fallback, figures ?? null),
    [search?.id, lasting, figures],
  )
  const currency = preferences?.currency ?? search?.listing?.currency ?? DEFAULT_CURRENCY
  const money = useMemo(() => ({ currency, rates, failure }), [currency, rates, failure])
  const shortlist = useMemo(() => new Map((entries ?? []).map((entry) => [entry.offerId, entry])), [entries])
  useFocusOnRoute(route)
  useAppShortcuts({ navigate, onHelp: () => setHelpOpen(true) })
  useEffect(() => setCurrentId(undefined), [search?.id, search?.mode])
  const own = search && sent?.searchId === search.id ? sent : undefined
  const pictures = queryPhotosOf(search, own, furtherSent)
  const verdicts = useVerdicts(pictures, (search && resultListOf(search)?.offers) ?? NO_OFFERS)
  if (search === undefined || sent === undefined || !proxy || !preferences || !lasting || !compared)
    return <Loading surface={surface} />

  const app: AppState = {
    surface,
    route,
    navigate,
    preferences,
    setPreferences: (change: Partial<Preferences>) => preferencesItem.setValue({ ...preferences, ...change }),
    assumptions,
    setLasting: (change) => assumptionsItem.setValue({ ...lasting, ...change } as LastingAssumptions),
    setFigures: (change) =>
      productFiguresItem.setValue({
        ...(figures?.searchId === search?.id && figures),
        ...change,
        searchId: search?.id ?? '',
      } as ProductFigures & { searchId: string }),
    money,
    shortlist,
    compared,
    currentId,
    setCurrentId,
    announce: announcer.announce,
    notify: announcer.tell,
  }
  return (
    <AppContext.Provider value={app}>
      <VerdictsContext.Provider value={verdicts}>
        <main class={`app ${surface}`} data-route={route}>
          {surface === 'tab' && nav()}
          <QueryPhotosContext.Provider value={pictures}>{part()}</QueryPhotosContext.Provider>
          {surface !== 'tab' && nav()}
          <Toast told={announcer.told} label={t.undo} onDone={announcer.forget} />
          {helpOpen && <Help onClose={() => setHelpOpen(false)} />}
          <LiveRegion text={announcer.spoken} />
          <Tooltip />
        </main>
      </VerdictsContext.Provider>
    </AppContext.Provider>
  )

  /** In a tab it stands where a website has it; elsewhere the answer comes first. */
  function nav() {
    return (
      <AppNav onHelp={() => setHelpOpen(true)}>
        {route === 'results' && <ExportResults search={search ?? null} />}
      </AppNav>
    )
  }

  function idle() {
    return (
      <div class="body" tabIndex={-1}>
        <EmptyState setUp={setUp} />
      </div>
    )
  }

  function part() {
    if (route === 'results')
      return search ? (
        <Results key={search.id} search={search} sent={own} proxy={proxy as NonNullable<typeof proxy>} />
      ) : (
        idle()
      )
    if (['margin', 'photo-reuse', 'evidence'].includes(route) && !search) return idle()
    if (['region', 'gallery'].includes(route) && !(own && search?.reading === 'done')) return idle()
    return (
      <div class="body" tabIndex={-1}>
        {route === 'shortlist' && <ShortlistView search={search ?? null} />}
        {route === 'history' && <HistoryView />}
        {route === 'compare' && <CompareView search={search ?? null} picture={own?.dataUrl} />}
        {route === 'margin' && search && <MarginView search={search} />}
        {route === 'evidence' && search && (
          <EvidenceView
            key={search.id}
            search={search}
            sent={own}
            proxy={proxy as NonNullable<typeof proxy>}
          />
        )}
        {route === 'photo-reuse' && search && <ReuseView search={search} picture={own?.dataUrl} />}
        {route === 'region' && search && own && <RegionView key={search.id} search={search} sent={own} />}
        {route === 'gallery' && search && <GalleryView key={search.id} search={search} />}
        {route === 'upload' && <Upload {...bringing} />}
        {route === 'welcome' && <Welcome setUp={setUp} />}
      </div>
    )
  }
}

async function readShortlist() {
  return (await import('../../db/shortlist.ts')).listShortlist()
}

function useStoredItems() {
  return {
    search: useStored(searchItem),
    sent: useStored(sentItem),
    furtherSent: useStored(additionalSentItem),
    proxy: useStored(proxyItem),
    preferences: useStored(preferencesItem),
    lasting: useStored(assumptionsItem),
    figures: useStored(productFiguresItem),
    compared: useStored(comparedItem),
  }
}
