import type { ComponentChildren } from 'preact'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { lazy } from '../components/lazy.tsx'
import { Results } from '../results/results.tsx'
import type { Route } from '../state/route.ts'
import type { UploadState } from '../upload/use-upload.ts'

const BatchView = lazy(async () => (await import('../batch/batch-view.tsx')).BatchView)
const CompareView = lazy(async () => (await import('../compare/compare-view.tsx')).CompareView)
const ContactView = lazy(async () => (await import('../contact/contact-view.tsx')).ContactView)
const EmptyState = lazy(async () => (await import('../first-run/empty-state.tsx')).EmptyState)
const EvidenceView = lazy(async () => (await import('../evidence/evidence-view.tsx')).EvidenceView)
const GalleryView = lazy(async () => (await import('../gallery/gallery-view.tsx')).GalleryView)
const HistoryView = lazy(async () => (await import('../history/history-view.tsx')).HistoryView)
const MarginView = lazy(async () => (await import('../margin/margin-view.tsx')).MarginView)
const OfferPicturesView = lazy(
  async () => (await import('../offer-pictures/offer-pictures-view.tsx')).OfferPicturesView,
)
const OfferPage = lazy(async () => (await import('../offer-page/offer-page.tsx')).OfferPage)
const ReuseView = lazy(async () => (await import('../photo-reuse/reuse-view.tsx')).ReuseView)
const SampleView = lazy(async () => (await import('../first-run/sample-view.tsx')).SampleView)
const ShortlistView = lazy(async () => (await import('../shortlist/shortlist-view.tsx')).ShortlistView)
const SupplierView = lazy(async () => (await import('../supplier/supplier-view.tsx')).SupplierView)
const Upload = lazy(async () => (await import('../upload/upload.tsx')).Upload)
const WatchView = lazy(async () => (await import('../watch/watch-view.tsx')).WatchView)
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

/** Cropping happens in the results, under their header. */
type ResultsRoute = 'results' | 'region'

const VIEWS: Record<Exclude<Route, ResultsRoute>, Show<RouteContext>> = {
  offer: ({ search, sent }) => <OfferPage search={search} sent={sent} />,
  shortlist: ({ search }) => <ShortlistView search={search} />,
  history: () => <HistoryView />,
  compare: ({ search, sent }) => <CompareView search={search} sent={sent} />,
  pictures: () => <OfferPicturesView />,
  contact: ({ search }) => <ContactView search={search} />,
  margin: needsSearch(({ search }) => <MarginView search={search} />),
  evidence: needsSearch(({ search, sent, proxy }) => (
    <EvidenceView key={search.id} search={search} sent={sent} proxy={proxy} />
  )),
  'photo-reuse': needsSearch(({ search }) => <ReuseView search={search} />),
  gallery: needsSentPicture(({ search }) => <GalleryView key={search.id} search={search} />),
  upload: ({ upload }) => <Upload {...upload} />,
  watch: () => <WatchView />,
  welcome: ({ isSetUp }) => <Welcome isSetUp={isSetUp} />,
  sample: () => <SampleView />,
  batch: () => <BatchView />,
  supplier: ({ search }) => <SupplierView search={search} />,
}

/** The view of a route, or what to do first where it has nothing to show. */
export function RouteView({ route, ...context }: RouteContext & { route: Route }) {
  const { search, sent, proxy } = context
  const isOfResults = route === 'results' || route === 'region'
  // Its header and footer stay where they are, so only a part of it scrolls.
  if (isOfResults && search)
    return (
      <Results
        key={search.id}
        search={search}
        sent={sent}
        proxy={proxy}
        isCropping={route === 'region' && canShowPicture(context)}
      />
    )
  return (
    <div class="body" tabIndex={-1}>
      {isOfResults ? showEmptyState(context) : VIEWS[route](context)}
    </div>
  )
}

function needsSearch(show: Show<WithSearch>): Show<RouteContext> {
  return (context) => (context.search ? show(context as WithSearch) : showEmptyState(context))
}

function needsSentPicture(show: Show<WithSentPicture>): Show<RouteContext> {
  return (context) => (canShowPicture(context) ? show(context as WithSentPicture) : showEmptyState(context))
}

/** Until the picture has been read, neither it nor its page can be shown. A screenshot is cropped before it is sent. */
function canShowPicture({ search, sent }: Pick<RouteContext, 'search' | 'sent'>): boolean {
  return sent !== undefined && (search?.reading === 'done' || search?.source.screen === true)
}

function showEmptyState({ isSetUp }: RouteContext) {
  return <EmptyState isSetUp={isSetUp} />
}
