import { type Offer, PHOTO_METHOD } from '@find-on-1688/shared'
import { useContext, useState } from 'preact/hooks'
import { dateAndTime } from '../../export/file-name.ts'
import { joinSentences, texts } from '../../i18n/index.ts'
import { resultListOf } from '../../model/fused-list.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Search } from '../../model/search.ts'
import type { ReusedPhoto } from '../../photo-match/reuse.ts'
import { GrantHostButton } from '../components/grant-host-button.tsx'
import { lazy } from '../components/lazy.tsx'
import { Message } from '../components/message.tsx'
import { whole } from '../format/text.ts'
import { priceBasis } from '../offer/price-text.ts'
import { priceOffer } from '../offer/priced-offer.ts'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { usePhotoHost, VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { countLeft, countsText, type ReuseRow, reportOf, summaryOf } from './reuse-text.ts'
import { ReusedPhotoView } from './reused-photo.tsx'
import { useReuse } from './use-reuse.ts'

const ComparePhotos = lazy(async () => (await import('../photo-match/compare-photos.tsx')).ComparePhotos)

const NO_OFFERS: Offer[] = []

/** Which suppliers among the loaded offers show the searched photo, and which other photos several of them share. */
export function ReuseView({ search, picture }: { search: Search; picture: string | undefined }) {
  const t = texts()
  const { preferences, money, assumptions } = useApp()
  const { copy } = useOfferActions()
  const verdicts = useContext(VerdictsContext)
  const [comparedId, setComparedId] = useState<string>()
  const list = resultListOf(search)
  const offers = list?.offers ?? NO_OFFERS
  const reused = useReuse(picture, offers)
  const photoHost = usePhotoHost(offers)
  if (!list || offers.length === 0) return <Message alone title={t.reuseTitle} text={t.reuseNoOffers} />
  if (!picture) return <Message alone title={t.reuseTitle} text={t.reuseNoPicture} />

  const { left, unread } = countLeft(offers, verdicts)
  const photos = (reused?.photos ?? []).map((reuse) => ({ reuse, rows: rowsOf(reuse) }))
  const scopeText = list.hasMore ? t.reuseScope(whole(offers.length)) : t.reuseScopeAll(offers.length)
  const summary = reused && reused.compared > 0 ? summaryOf(reused.photos) : left > 0 ? '' : t.reuseNoPhotos
  const unreadText = unread > 0 && t.reuseUnreadable(unread)
  const copyReport = () => {
    const header = [
      `${t.reuseTitle}, ${dateAndTime(new Date())}`,
      summary,
      joinSentences(scopeText, unreadText),
      t.reuseDisclaimer,
      t.comparisonMethod(PHOTO_METHOD),
    ]
    const sections = photos.map(({ reuse, rows }, index) => ({
      title: `${reuse.isQuery ? t.yourPhoto : t.photoNumber(index + 1)}: ${countsText(reuse, rows)}`,
      rows,
    }))
    copy(reportOf(header, sections), t.copied)
  }
  return (
    <section class="photo-reuse" aria-label={t.reuseTitle}>
      <div class="view-header">
        <h1>{t.reuseTitle}</h1>
        {photos.length > 0 && (
          <button type="button" class="secondary copy-report" onClick={copyReport}>
            {t.copyText}
          </button>
        )}
      </div>
      <div class="reuse-summary">
        <p role="status">{summary}</p>
        <p class="context">{joinSentences(scopeText, left > 0 && t.reuseRemaining(left), unreadText)}</p>
        <div class="buttons">
          {photoHost && (
            <GrantHostButton
              host={photoHost}
              variant="secondary"
              label={t.comparePhotos}
              tooltip={t.comparePhotosTooltip(photoHost.host)}
            />
          )}
          {list.hasMore && (
            <button
              type="button"
              class="secondary load-more"
              disabled={list.state === 'loading'}
              onClick={() => sendToBackground({ type: 'more' })}
            >
              {list.state === 'loading' ? t.loadingMore : t.loadMore}
            </button>
          )}
        </div>
      </div>
      {photos.map(({ reuse, rows }, index) => (
        <ReusedPhotoView
          key={reuse.isQuery ? 'query' : rows[0]?.offer.offerId}
          title={reuse.isQuery ? t.yourPhoto : t.photoNumber(index + 1)}
          reuse={reuse}
          rows={rows}
          picture={picture}
          onComparePhotos={setComparedId}
        />
      ))}
      {photos.length > 0 && <p class="fine-print">{t.reuseDisclaimer}</p>}
      {comparedId && (
        <ComparePhotos
          offers={(photos.find(({ reuse }) => reuse.isQuery)?.rows ?? []).map(({ offer }) => offer)}
          offerId={comparedId}
          picture={picture}
          onMove={setComparedId}
          onClose={() => setComparedId(undefined)}
        />
      )}
    </section>
  )

  function rowsOf({ uses }: ReusedPhoto): ReuseRow[] {
    return uses.flatMap((use) => {
      const offer = offers.find(({ offerId }) => offerId === use.offerId)
      if (!offer) return []
      const details = search.details?.[use.offerId]
      const { at, shown } = priceOffer(offer, details, preferences.quantity, money, assumptions)
      return [{ offer, use, price: shown, basis: priceBasis(at) }]
    })
  }
}
