import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { picturesOf } from '../../export/offer-pictures.ts'
import { texts } from '../../i18n/index.ts'
import type { KnownOffer } from '../../model/variant-match.ts'
import { OFFER_PHOTOS, type PhotoHost, photoHostOf } from '../../photo-match/photo-host.ts'
import { withDetails } from '../../pricing/offer-with-details.ts'
import { BackButton } from '../components/back-button.tsx'
import { GrantHostButton } from '../components/grant-host-button.tsx'
import { Message } from '../components/message.tsx'
import { OfferTitle } from '../offer/offer-title.tsx'
import { Thumbnail } from '../offer/thumbnail.tsx'
import { useApp } from '../state/app-context.tsx'
import { useKnownOffer } from '../state/known-offers.ts'
import { usePermissionChanges } from '../state/use-permission-changes.ts'
import { type Saving, useSavePictures } from './use-save-pictures.ts'

/** An offer's pictures, to be saved as one zip. */
export function OfferPicturesView() {
  const t = texts()
  const { routeArgument: offerId } = useApp()
  const known = useKnownOffer(offerId)
  if (known === undefined) return null
  const offer = known && withDetails(known.offer, known.details)
  if (!offer || picturesOf(offer).length === 0)
    return <Message alone title={t.offerPictures.empty} text={t.offerPictures.emptyHint} />
  return <Pictures key={offerId} offer={offer} />
}

function Pictures({ offer }: { offer: KnownOffer }) {
  const t = texts()
  const { navigate } = useApp()
  const pictures = picturesOf(offer)
  const { saving, save, cancel } = useSavePictures(offer, pictures)
  const host = useMissingHostOf(pictures.map(({ url }) => url))
  const isReading = saving.state === 'reading'
  return (
    <section class="offer-pictures" aria-label={t.offerPictures.title}>
      <div class="view-header">
        <BackButton />
        <h1>{t.offerPictures.title}</h1>
      </div>
      <div class="pictures-of">
        <OfferTitle offer={offer} />
      </div>
      <p class="lead">{t.offerPictures.intro}</p>
      {!('shipping' in offer) && (
        <p class="context">
          {t.offerPictures.onlyMain}{' '}
          <button type="button" class="link open-offer" onClick={() => navigate('offer', offer.offerId)}>
            {t.offerPictures.openOffer}
          </button>
        </p>
      )}
      {host && <p class="grant-why">{t.offerPictures.grantWhy(host.host)}</p>}
      <div class="buttons">
        {host && (
          <GrantHostButton
            host={host}
            variant="primary"
            label={t.allowHost(host.host)}
            tooltip={t.allowHostUndo}
          />
        )}
        {isReading ? (
          <button type="button" class="secondary cancel" onClick={cancel}>
            {t.offerPictures.cancel}
          </button>
        ) : (
          <button type="button" class={`${host ? 'secondary' : 'primary'} save-zip`} onClick={save}>
            {host ? t.offerPictures.saveAnyway : t.offerPictures.save}
          </button>
        )}
        <span role="status">{statusOf(saving, pictures.length)}</span>
      </div>
      <h2>{t.offerPictures.count(pictures.length)}</h2>
      <ul class="picture-grid">
        {pictures.map(({ url, variants }) => (
          <li key={url}>
            <Thumbnail url={url} />
            {variants.length > 0 && (
              <span class="fine-print" lang="zh" dir="auto">
                {variants.join('；')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function statusOf(saving: Saving, all: number): string {
  const t = texts().offerPictures
  switch (saving.state) {
    case 'reading':
      return t.reading(saving.done, all)
    case 'saved':
      return saving.pictures === all ? t.saved(saving.name) : t.savedPartly(saving.name, saving.pictures, all)
    case 'cancelled':
      return t.cancelled
    case 'none-read':
      return t.noneRead
    default:
      return ''
  }
}

/** The host that most of the pictures are at, as long as it is not allowed: all of 1688's at once, where it is one of them. */
function useMissingHostOf(urls: string[]): PhotoHost | undefined {
  const [isMissing, setMissing] = useState(false)
  const own = photoHostOf(urls.map((imageUrl) => ({ imageUrl })))
  const host = own?.host.endsWith(`.${OFFER_PHOTOS.host}`) ? OFFER_PHOTOS : own
  usePermissionChanges(() => {
    if (host) browser.permissions.contains({ origins: [host.pattern] }).then((has) => setMissing(!has))
  })
  return isMissing ? host : undefined
}
