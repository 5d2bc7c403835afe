import type { Offer } from '@find-on-1688/shared'
import { useContext, useState } from 'preact/hooks'
import { joinSentences, texts } from '../../i18n/index.ts'
import { resultListOf } from '../../model/fused-list.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Search } from '../../model/search.ts'
import type { ReusedPhoto } from '../../photo-match/reuse.ts'
import { priceOffer } from '../../pricing/priced-offer.ts'
import { GrantHostButton } from '../components/grant-host-button.tsx'
import { lazy } from '../components/lazy.tsx'
import { Message } from '../components/message.tsx'
import { whole } from '../format/text.ts'
import { priceBasis } from '../offer/price-text.ts'
import { pricedVariant } from '../offer/variant-facts.tsx'
import { QueryPhotosContext, usePhotoHost, VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { ReuseExport } from './reuse-export.tsx'
import { countLeft, groupsOf, type ReuseRow, summaryOf } from './reuse-text.ts'
import { ReusedPhotoView } from './reused-photo.tsx'
import { useReuse } from './use-reuse.ts'

const ComparePhotos = lazy(async () => (await import('../photo-match/compare-photos.tsx')).ComparePhotos)

const NO_OFFERS: Offer[] = []

/** Which suppliers among the loaded offers show the searched photos, and which other photos several of them share. */
export function ReuseView({ search }: { search: Search }) {
  const t = texts()
  const { preferences, money, assumptions } = useApp()
  const verdicts = useContext(VerdictsContext)
  const queries = useContext(QueryPhotosContext)
  const [comparedId, setComparedId] = useState<string>()
  const list = resultListOf(search)
  const offers = list?.offers ?? NO_OFFERS
  const reused = useReuse(queries, offers)
  const photoHost = usePhotoHost(offers)
  const [picture] = queries
  if (!list || offers.length === 0) return <Message alone title={t.reuseTitle} text={t.reuseNoOffers} />
  if (!picture) return <Message alone title={t.reuseTitle} text={t.reuseNoPicture} />

  const { left, unread } = countLeft(offers, verdicts)
  // Before the searched photo has been read, nothing is known to be the same, which would be said first.
  const likely = (reused?.compared ? offers : NO_OFFERS).filter(
    ({ offerId }) => verdicts[offerId]?.kind === 'probably',
  )
  const groups = groupsOf(
    reused?.photos ?? [],
    likely.map(({ offerId }) => offerId),
    rowsOf,
  )
  const scopeText = list.hasMore ? t.reuseScope(whole(offers.length)) : t.reuseScopeAll(offers.length)
  const summary = reused && reused.compared > 0 ? summaryOf(groups) : left > 0 ? '' : t.reuseNoPhotos
  const unreadText = unread > 0 && t.reuseUnreadable(unread)
  return (
    <section class="photo-reuse" aria-label={t.reuseTitle}>
      <div class="view-header">
        <h1>{t.reuseTitle}</h1>
        {groups.length > 0 && (
          <ReuseExport
            search={search}
            groups={groups}
            summary={summary}
            scope={joinSentences(scopeText, unreadText)}
          />
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
      {groups.map((group) => (
        <ReusedPhotoView
          key={group.title}
          group={group}
          picture={group.kind === 'other' ? undefined : (queries[(group.reuse.photo ?? 1) - 1] ?? picture)}
          onComparePhotos={setComparedId}
        />
      ))}
      {groups.length > 0 && <p class="fine-print">{t.reuseDisclaimer}</p>}
      {comparedId && (
        <ComparePhotos
          offers={groups
            .filter(({ kind }) => kind !== 'other')
            .flatMap(({ rows }) => rows.map(({ offer }) => offer))}
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
      const priced = priceOffer(offer, details, preferences.quantity, money, assumptions)
      const basis = [priceBasis(priced.at), pricedVariant(priced)?.label].filter(Boolean).join(' · ')
      return [{ offer, use, price: priced.shown, basis: basis || undefined }]
    })
  }
}
