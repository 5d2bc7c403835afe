import { useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { OfferDetails, Search } from '../../model/search.ts'
import type { FoundOffer } from '../../model/suppliers.ts'
import { priceOffer } from '../../pricing/priced-offer.ts'
import { percent, whole } from '../format/text.ts'
import { OfferActions } from '../offer/offer-actions.tsx'
import { OfferPrice } from '../offer/offer-price.tsx'
import { OfferTitle } from '../offer/offer-title.tsx'
import { Thumbnail } from '../offer/thumbnail.tsx'
import { useRowShortcuts } from '../offer/use-row-shortcuts.ts'
import { useApp } from '../state/app-context.tsx'
import { detailsOfEntry } from '../state/entry-details.ts'
import type { Sellers } from './use-sellers.ts'

interface Props {
  offers: FoundOffer[]
  sellers: Sellers
  search: Search | null
}

/** All loaded offers of a seller, with the price at the quantity, as rows of the results. */
export function SellerOffers({ offers, sellers, search }: Props) {
  const t = texts()
  const { shortlist, preferences, money, assumptions, currentId, setCurrentId } = useApp()
  const rows = useRef<HTMLOListElement>(null)
  const priced = offers.map(({ offer, details }) =>
    priceOffer(offer, detailsOf(offer.offerId, details), preferences.quantity, money, assumptions),
  )
  useRowShortcuts({ rows, priced, currentId })

  function detailsOf(offerId: string, known: FoundOffer['details']): OfferDetails | undefined {
    const entry = shortlist.get(offerId)
    const saved = entry && detailsOfEntry(entry, search)
    return saved ?? search?.details?.[offerId] ?? (known && { state: 'done', offer: known })
  }

  return (
    <section class="seller-offers" aria-labelledby="offers-title">
      <div class="supplier-section">
        <h2 id="offers-title">
          {t.offersHere} <span class="count">{offers.length}</span>
        </h2>
      </div>
      <ol class="offers" ref={rows}>
        {priced.map((row) => {
          const { offer } = row
          const { offerId, monthlySales, repurchaseRate } = offer
          const places = [
            sellers.isIn('search', offerId) && t.isInSearch,
            sellers.isIn('shortlist', offerId) && t.isInShortlist,
          ].filter((place) => place !== false)
          return (
            <li
              key={offerId}
              class={offerId === currentId ? 'offer current' : 'offer'}
              data-offer={offerId}
              onFocusIn={() => setCurrentId(offerId)}
            >
              <div class="offer-photo">
                <Thumbnail url={offer.imageUrl} />
              </div>
              <div class="offer-text">
                <OfferTitle offer={offer} />
                <div class="facts">
                  {places.length === 0 && <span>{t.isInEarlierSearch}</span>}
                  {places.map((place) => (
                    <span key={place}>{place}</span>
                  ))}
                  {monthlySales !== null && <span>{t.monthlySales(whole(monthlySales))}</span>}
                  {repurchaseRate !== null && <span>{t.repurchaseRate(percent(repurchaseRate))}</span>}
                </div>
              </div>
              <div class="price-column">
                <OfferPrice priced={row} tabIndex={0} canLoadTiers={false} />
                <OfferActions offer={offer} tabIndex={0} />
              </div>
            </li>
          )
        })}
      </ol>
      <p class="supplier-section fine-print">{t.offersHereNote}</p>
    </section>
  )
}
