import { later } from '../components/lazy.tsx'

export const ShortlistView = later(
  async () => (await import('../shortlist/shortlist-view.tsx')).ShortlistView,
)
export const HistoryView = later(async () => (await import('../history/history-view.tsx')).HistoryView)
export const CompareView = later(async () => (await import('../compare/compare-view.tsx')).CompareView)
export const EvidenceView = later(async () => (await import('../evidence/evidence-view.tsx')).EvidenceView)
export const MarginView = later(async () => (await import('../margin/margin-view.tsx')).MarginView)
export const Bring = later(async () => (await import('../upload/upload.tsx')).Bring)
export const Welcome = later(async () => (await import('../first-run/welcome.tsx')).Welcome)
export const Help = later(async () => (await import('../shell/help.tsx')).Help)
export const MoreFilters = later(async () => (await import('../results/more-filters.tsx')).MoreFilters)
export const ResultsOut = later(async () => (await import('../export/export-results.tsx')).ResultsOut)
export const DifferenceLine = later(async () => (await import('../changes/changes-line.tsx')).DifferenceLine)
export const Idle = later(async () => (await import('../first-run/empty-state.tsx')).Idle)
export const Choices = later(async () => (await import('../sent-picture/picture-choices.tsx')).Choices)
export const Ready = later(async () => (await import('../sent-picture/confirm-send.tsx')).Ready)
export const Receipt = later(async () => (await import('../sent-picture/sent-picture.tsx')).Receipt)
export const PhotoStrip = later(async () => (await import('../gallery/photo-strip.tsx')).PhotoStrip)
export const GalleryView = later(async () => (await import('../gallery/gallery-view.tsx')).GalleryView)
export const FurtherReceipt = later(
  async () => (await import('../sent-picture/further-sent-pictures.tsx')).FurtherReceipt,
)
export const PhotoPair = later(async () => (await import('./compare-photos.tsx')).PhotoPair)
export const ReuseView = later(async () => (await import('../photo-reuse/reuse-view.tsx')).ReuseView)
export const NoOffers = later(async () => (await import('../results/no-offers.tsx')).NoOffers)
export const NoMatchLine = later(async () => (await import('../results/no-match-line.tsx')).NoMatchLine)
export const SubjectView = later(async () => (await import('../region/region-view.tsx')).SubjectView)
