import type { ComponentChildren } from 'preact'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { lazy } from '../components/lazy.tsx'
import { Results } from '../results/results.tsx'
import type { Route } from '../state/route.ts'
import type { UploadState } from '../upload/use-upload.ts'

const CompareView = lazy(async () => (await import('../compare/compare-view.tsx')).CompareView)
const EmptyState = lazy(async () => (await import('../first-run/empty-state.tsx')).EmptyState)
const EvidenceView = lazy(async () => (await import('../evidence/evidence-view.tsx')).EvidenceView)
const GalleryView = lazy(async () => (await import('../gallery/gallery-view.tsx')).GalleryView)
const HistoryView = lazy(async () => (await import('../history/history-view.tsx')).HistoryView)
const MarginView = lazy(async () => (await import('../margin/margin-view.tsx')).MarginView)
const RegionView = lazy(async () => (await import('../region/region-view.tsx')).RegionView)
const ReuseView = lazy(async () => (await import('../photo-reuse/reuse-view.tsx')).ReuseView)
const ShortlistView = lazy(async () => (await import('../shortlist/shortlist-view.tsx')).ShortlistView)
const Upload = lazy(async () => (await import('../upload/upload.tsx')).Upload)
const Welcome = lazy(async () => (await import('../first-run/welcome.tsx')).Welcome)

/** What a view may need. */
interface RouteContext {
  search: Search | null
  /** The picture that was sent for this search. */
  sent: SentPicture | undefined
  proxy: ProxySettings
  isSetUp: boolean
  upload: UploadState
}

type Show<Context> = (context: Context) => ComponentChildren
type WithSearch = RouteContext & { search: Search }
type WithSentPicture = WithSearch & { sent: SentPicture }

const VIEWS: Record<Exclude<Route, 'results'>, Show<RouteContext>> = {
  shortlist: ({ search }) => <ShortlistView search={search} />,
  history: () => <HistoryView />,
  compare: ({ search, sent }) => <CompareView search={search} picture={sent?.dataUrl} />,
  margin: needsSearch(({ search }) => <MarginView search={search} />),
  evidence: needsSearch(({ search, sent, proxy }) => (
    <EvidenceView key={search.id} search={search} sent={sent} proxy={proxy} />
  )),
  'photo-reuse': needsSearch(({ search, sent }) => <ReuseView search={search} picture={sent?.dataUrl} />),
  region: needsSentPicture(({ search, sent }) => <RegionView key={search.id} search={search} sent={sent} />),
  gallery: needsSentPicture(({ search }) => <GalleryView key={search.id} search={search} />),
  upload: ({ upload }) => <Upload {...upload} />,
  welcome: ({ isSetUp }) => <Welcome isSetUp={isSetUp} />,
}

/** The view of a route, or what to do first where it has nothing to show. */
export function RouteView({ route, ...context }: RouteContext & { route: Route }) {
  const { search, sent, proxy } = context
  // Its header and footer stay where they are, so only a part of it scrolls.
  if (route === 'results' && search)
    return <Results key={search.id} search={search} sent={sent} proxy={proxy} />
  return (
    <div class="body" tabIndex={-1}>
      {route === 'results' ? showEmptyState(context) : VIEWS[route](context)}
    </div>
  )
}

function needsSearch(show: Show<WithSearch>): Show<RouteContext> {
  return (context) => (context.search ? show(context as WithSearch) : showEmptyState(context))
}

/** Until the picture has been read, neither it nor its page can be shown. A screenshot is cropped before it is sent. */
function needsSentPicture(show: Show<WithSentPicture>): Show<RouteContext> {
  return (context) =>
    context.sent && (context.search?.reading === 'done' || context.search?.source.screen)
      ? show(context as WithSentPicture)
      : showEmptyState(context)
}

function showEmptyState({ isSetUp }: RouteContext) {
  return <EmptyState isSetUp={isSetUp} />
}
