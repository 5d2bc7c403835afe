import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Search } from '../../model/search.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { whole } from '../format/text.ts'
import { priceBasis, yuanRange } from '../offer/price-text.ts'
import { languageOf, variantNames } from '../offer/variant-facts.tsx'

/** The price at the quantity or, if that is not known, what is known instead. */
export function PriceAtQuantity({ row, isAsked }: { row: PricedOffer; isAsked: boolean }) {
  const t = texts()
  const { at, shown, quantity, variants } = row
  if (!shown) return null
  const basis = priceBasis(at)
  const names = variantNames(variants)
  return (
    <>
      ¥{yuanRange(shown)} {basis && <span class="price-basis">{basis}</span>}
      {names && (
        <div class="your-variant" lang={languageOf(names)}>
          {t.variantOfOffer(names)}
        </div>
      )}
      {at.basis === 'list' && (
        <div class="not-known">{(isAsked ? t.notStated : t.notAsked)(whole(quantity))}</div>
      )}
    </>
  )
}

export function LoadTiers({ search, row }: { search: Search | null; row: PricedOffer }) {
  const t = texts()
  const { offerId } = row.offer
  const details = search?.details?.[offerId]
  if (row.at.basis === 'variants') return <>{t.byVariantTooltip}</>
  if (row.at.basis === 'anyQuantity') return <>{t.onePriceTooltip}</>
  if (details?.state === 'loading') return <>{t.loadingTiers}</>
  if (details?.state === 'done') return <>{t.noTiersTooltip}</>
  return (
    <button
      type="button"
      class="link price-tiers"
      onClick={() => sendToBackground({ type: 'offerDetails', offerId })}
    >
      {details ? t.retryTiers : t.getTiers}
    </button>
  )
}
