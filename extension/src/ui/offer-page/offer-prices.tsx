import { texts } from '../../i18n/index.ts'
import type { OfferDetails } from '../../model/search.ts'
import { type KnownOffer, variantsOf } from '../../model/variant-match.ts'
import { whole } from '../format/text.ts'
import { Field } from './field.tsx'
import { Yuan } from './yuan.tsx'

/** Price tiers, and prices under conditions of their own, each by its own name. */
export function OfferPrices({ offer, details }: { offer: KnownOffer; details: OfferDetails | undefined }) {
  const t = texts()
  // Those of a list may be of the cheapest variant, so once the page is known, it alone says them.
  const { promotionPrice, dropshipPrice } = details?.state === 'done' ? details.offer : offer
  const { priceTiers } = offer
  const isByVariant = priceTiers.length === 0 && variantsOf(offer).some(({ price }) => price !== null)
  return (
    <section aria-labelledby="offer-prices">
      <h2 id="offer-prices">{t.prices}</h2>
      <dl>
        <Field offer={offer} label={t.priceTiersLabel}>
          {priceTiers.length > 0 ? (
            <ul class="tier-list">
              {priceTiers.map(({ minQuantity, price }) => (
                <li key={minQuantity}>
                  <span>{t.tierFrom(whole(minQuantity))}</span> <Yuan amount={price} />
                </li>
              ))}
            </ul>
          ) : (
            isByVariant && t.byVariantTooltip
          )}
        </Field>
        <Field offer={offer} label={t.promotionPrice}>
          {promotionPrice && <Yuan amount={promotionPrice} />}
        </Field>
        <Field offer={offer} label={t.dropshipPrice}>
          {dropshipPrice && (
            <>
              <Yuan amount={dropshipPrice} /> <small>{t.dropshipPriceNote}</small>
            </>
          )}
        </Field>
      </dl>
    </section>
  )
}
