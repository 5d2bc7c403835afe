import { lazy } from '../components/lazy.tsx'

export const ShortlistView = lazy(async () => (await import('../shortlist/shortlist-view.tsx')).ShortlistView)
export const HistoryView = lazy(async () => (await import('../history/history-view.tsx')).HistoryView)
export const CompareView = lazy(async () => (await import('../compare/compare-view.tsx')).CompareView)
export const EvidenceView = lazy(async () => (await import('../evidence/evidence-view.tsx')).EvidenceView)
export const MarginView = lazy(async () => (await import('../margin/margin-view.tsx')).MarginView)
export const Upload = lazy(async () => (await import('../upload/upload.tsx')).Upload)
export const Welcome = lazy(async () => (await import('../first-run/welcome.tsx')).Welcome)
export const Help = lazy(async () => (await import('../shell/help.tsx')).Help)
export const MoreFilters = lazy(async () => (await import('../results/more-filters.tsx')).MoreFilters)
export const ExportResults = lazy(async () => (await import('../export/export-results.tsx')).ExportResults)
export const ChangesLine = lazy(async () => (await import('../changes/changes-line.tsx')).ChangesLine)
export const EmptyState = lazy(async () => (await import('../first-run/empty-state.tsx')).EmptyState)
export const PictureChoices = lazy(
  async () => (await import('../sent-picture/picture-choices.tsx')).PictureChoices,
)
export const ConfirmSend = lazy(async () => (await import('../sent-picture/confirm-send.tsx')).ConfirmSend)
export const SentPictureView = lazy(
  async () => (await import('../sent-picture/sent-picture.tsx')).SentPictureView,
)
export const PhotoStrip = lazy(async () => (await import('../gallery/photo-strip.tsx')).PhotoStrip)
export const GalleryView = lazy(async () => (await import('../gallery/gallery-view.tsx')).GalleryView)
export const AdditionalSentPictures = lazy(
  async () => (await import('../sent-picture/additional-sent-pictures.tsx')).AdditionalSentPictures,
)
export const ComparePhotos = lazy(async () => (await import('./compare-photos.tsx')).ComparePhotos)
export const ReuseView = lazy(async () => (await import('../photo-reuse/reuse-view.tsx')).ReuseView)
export const NoOffers = lazy(async () => (await import('../results/no-offers.tsx')).NoOffers)
export const NoMatchLine = lazy(async () => (await import('../results/no-match-line.tsx')).NoMatchLine)
export const RegionView = lazy(async () => (await import('../region/region-view.tsx')).RegionView)
