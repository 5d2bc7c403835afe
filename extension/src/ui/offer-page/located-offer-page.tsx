import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { isChinese, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { priceOffer } from '../../pricing/priced-offer.ts'
import { CheckNow } from '../changes/check-now.tsx'
import { OfferContact } from '../contact/offer-contact.tsx'
import { QuantityField } from '../margin/quantity-field.tsx'
import { OfferActions } from '../offer/offer-actions.tsx'
import { DetailsContext } from '../offer/offer-contexts.ts'
import { OfferPrice } from '../offer/offer-price.tsx'
import { SupplierName } from '../offer/supplier.tsx'
import { useApp } from '../state/app-context.tsx'
import type { LocatedOffer } from '../state/known-offers.ts'
import { AttributeList } from './attribute-list.tsx'
import { DetailsState } from './details-state.tsx'
import { type GalleryKeys, OfferGallery } from './offer-gallery.tsx'
import { OfferPrices } from './offer-prices.tsx'
import { OfferTerms } from './offer-terms.tsx'
import { useOfferShortcuts } from './use-offer-shortcuts.ts'
import { VariantTable } from './variant-table.tsx'
import './offer-page.css'

interface Props {
  located: LocatedOffer
  search: Search | null
  sent: SentPicture | undefined
  back: ComponentChildren
  title: string
}

export function LocatedOfferPage({ located, search, sent, back, title }: Props) {
  const t = texts()
  const { preferences, money, assumptions, shortlist } = useApp()
  const { details, from } = located
  const { offerId } = located.offer
  const canLoad = search?.lists[search.mode]?.provider === 'crossborder'
  useEffect(() => {
    if (details || !search) return
    // What was paid for before costs nothing, whichever API is in use now.
    sendToBackground(
      canLoad ? { type: 'offerDetails', offerId } : { type: 'storedDetails', offerIds: [offerId] },
    )
  }, [])
  const priced = useMemo(
    () => priceOffer(located.offer, details, preferences.quantity, money, assumptions),
    [located.offer, details, preferences.quantity, money, assumptions],
  )
  const { offer } = priced
  const entry = shortlist.get(offerId)
  const gallery = useRef<GalleryKeys>(null)
  useOfferShortcuts(priced, gallery)
  return (
    <DetailsContext.Provider value={details ? { [offerId]: details } : {}}>
      <article class="offer-page" data-offer={offerId} aria-labelledby="offer-name">
        <header class="view-header">
          {back}
          <OfferActions offer={located.offer} tabIndex={0} />
          <a class="secondary open-on-1688" href={offer.detailUrl} target="_blank" rel="noreferrer noopener">
            {t.openOn1688}
          </a>
        </header>
        <div class="offer-heading">
          <h1 id="offer-name" lang={title === offer.title ? 'zh' : undefined} dir="auto">
            {title}
          </h1>
          {!isChinese() && title !== offer.title && (
            <p class="original" lang="zh">
              {offer.title}
            </p>
          )}
          {'status' in offer && offer.status === 'unavailable' && (
            <div class="unavailable">
              <strong>{t.offerUnavailable}</strong>
              <p>{t.offerUnavailableHint}</p>
            </div>
          )}
          <DetailsState
            offerId={offerId}
            details={details}
            canLoad={canLoad}
            hasSearch={search !== null}
            isSaved={entry !== undefined}
          />
          {entry && <CheckNow entry={entry} />}
        </div>
        <OfferGallery offer={offer} sent={from === 'search' ? sent : undefined} keys={gallery} />
        <div class="offer-summary">
          <QuantityField />
          <div class="price-column">
            <OfferPrice priced={priced} tabIndex={0} canLoadTiers={false} linksToPage={false} />
          </div>
          <p class="offer-supplier">
            {offer.supplier.name ? (
              <SupplierName name={offer.supplier.name} tabIndex={0} />
            ) : (
              t.supplierUnnamed
            )}
          </p>
          <OfferContact offer={offer} />
        </div>
        <div class="offer-sections">
          <VariantTable offer={offer} isOfSearch={from === 'search'} />
          <OfferPrices offer={offer} details={details} />
          <OfferTerms offer={offer} />
          <AttributeList offer={offer} />
        </div>
      </article>
    </DetailsContext.Provider>
  )
}
