import type { Offer } from '@find-on-1688/shared'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { proxyItem } from '../../api/settings.ts'
import { texts } from '../../i18n/index.ts'
import { furtherSentItem } from '../../model/further-photo.ts'
import { listOf } from '../../model/fused-list.ts'
import { attach } from '../../model/messages.ts'
import { type Habits, habitsItem } from '../../model/preferences.ts'
import { searchItem, sentItem } from '../../model/search.ts'
import { assumptionsFor, assumptionsItem, productFiguresItem } from '../../pricing/assumptions.ts'
import type { LastingAssumptions, ProductFigures } from '../../pricing/presets.ts'
import {
  Bring,
  CompareView,
  EvidenceView,
  GalleryView,
  Help,
  HistoryView,
  Idle,
  MarginView,
  ResultsOut,
  ReuseView,
  ShortlistView,
  SubjectView,
  Welcome,
} from '../photo-match/lazy.ts'
import { PicturesContext, picturesOf } from '../photo-match/query-photos.ts'
import { useVerdicts, VerdictsContext } from '../photo-match/use-verdicts.ts'
import { Results } from '../results/results.tsx'
import { type Desk, DeskContext } from '../state/app-context.tsx'
import { comparedItem } from '../state/comparison.ts'
import { USUAL_CURRENCY } from '../state/currency-context.ts'
import { useSection } from '../state/route.ts'
import type { Where } from '../state/surface.ts'
import { useKept } from '../state/use-database.ts'
import { useItem } from '../state/use-stored.ts'
import { useBringing } from '../upload/use-upload.ts'
import { Spoken, Toast, useAnnouncer } from './announcer.tsx'
import { Nav } from './app-nav.tsx'
import { Opening } from './loading.tsx'
import { Tip } from './tooltip.tsx'
import { useAppKeys } from './use-app-shortcuts.ts'
import { useRates } from './use-exchange-rates.ts'
import { useMovingFocus } from './use-focus-on-route.ts'

const NO_OFFERS: Offer[] = []

/** One app in three places: all of them show what is stored, and none keeps anything for itself. */
export function App({ where }: { where: Where }) {
  const t = texts()
  useEffect(attach, [])
  const stored = useStored()
  const [section, go] = useSection()
  const [currentId, setCurrentId] = useState<string>()
  const [helpOpen, setHelpOpen] = useState(false)
  const announcer = useAnnouncer()
  const bringing = useBringing(go)
  const { search, sent, furtherSent, proxy, habits, lasting, figures, compared } = stored
  const setUp = Boolean(proxy?.address && proxy.clientKey)
  const { rates, failure } = useRates(setUp)
  const { value: entries } = useKept('shortlist', readShortlist)
  const assumptions = useMemo(
    () => assumptionsFor(search?.id ?? '', lasting ?? assumptionsItem.fallback, figures ?? null),
    [search?.id, lasting, figures],
  )
  const currency = habits?.currency ?? search?.listing?.currency ?? USUAL_CURRENCY
  const money = useMemo(() => ({ currency, rates, failure }), [currency, rates, failure])
  const shortlist = useMemo(() => new Map((entries ?? []).map((entry) => [entry.offerId, entry])), [entries])
  useMovingFocus(section)
  useAppKeys({ go, onHelp: () => setHelpOpen(true) })
  useEffect(() => setCurrentId(undefined), [search?.id, search?.mode])
  const own = search && sent?.searchId === search.id ? sent : undefined
  const pictures = picturesOf(search, own, furtherSent)
  const verdicts = useVerdicts(pictures, (search && listOf(search)?.offers) ?? NO_OFFERS)
  if (search === undefined || sent === undefined || !proxy || !habits || !lasting || !compared)
    return <Opening where={where} />

  const desk: Desk = {
    where,
    section,
    go,
    habits,
    setHabits: (change: Partial<Habits>) => habitsItem.setValue({ ...habits, ...change }),
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
    tell: announcer.tell,
  }
  return (
    <DeskContext.Provider value={desk}>
      <VerdictsContext.Provider value={verdicts}>
        <main class={`app ${where}`} data-section={section}>
          {where === 'tab' && nav()}
          <PicturesContext.Provider value={pictures}>{part()}</PicturesContext.Provider>
          {where !== 'tab' && nav()}
          <Toast told={announcer.told} label={t.undo} onDone={announcer.forget} />
          {helpOpen && <Help onClose={() => setHelpOpen(false)} />}
          <Spoken text={announcer.spoken} />
          <Tip />
        </main>
      </VerdictsContext.Provider>
    </DeskContext.Provider>
  )

  /** In a tab it stands where a website has it; elsewhere the answer comes first. */
  function nav() {
    return (
      <Nav onHelp={() => setHelpOpen(true)}>
        {section === 'results' && <ResultsOut search={search ?? null} />}
      </Nav>
    )
  }

  function idle() {
    return (
      <div class="body" tabIndex={-1}>
        <Idle setUp={setUp} />
      </div>
    )
  }

  function part() {
    if (section === 'results')
      return search ? (
        <Results key={search.id} search={search} sent={own} proxy={proxy as NonNullable<typeof proxy>} />
      ) : (
        idle()
      )
    if (['margin', 'reuse', 'evidence'].includes(section) && !search) return idle()
    if (['subject', 'gallery'].includes(section) && !(own && search?.reading === 'done')) return idle()
    return (
      <div class="body" tabIndex={-1}>
        {section === 'shortlist' && <ShortlistView search={search ?? null} />}
        {section === 'history' && <HistoryView />}
        {section === 'compare' && <CompareView search={search ?? null} picture={own?.dataUrl} />}
        {section === 'margin' && search && <MarginView search={search} />}
        {section === 'evidence' && search && (
          <EvidenceView
            key={search.id}
            search={search}
            sent={own}
            proxy={proxy as NonNullable<typeof proxy>}
          />
        )}
        {section === 'reuse' && search && <ReuseView search={search} picture={own?.dataUrl} />}
        {section === 'subject' && search && own && <SubjectView key={search.id} search={search} sent={own} />}
        {section === 'gallery' && search && <GalleryView key={search.id} search={search} />}
        {section === 'bring' && <Bring {...bringing} />}
        {section === 'welcome' && <Welcome setUp={setUp} />}
      </div>
    )
  }
}

async function readShortlist() {
  return (await import('../../db/shortlist.ts')).listShortlist()
}

function useStored() {
  return {
    search: useItem(searchItem),
    sent: useItem(sentItem),
    furtherSent: useItem(furtherSentItem),
    proxy: useItem(proxyItem),
    habits: useItem(habitsItem),
    lasting: useItem(assumptionsItem),
    figures: useItem(productFiguresItem),
    compared: useItem(comparedItem),
  }
}
