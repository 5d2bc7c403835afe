import { joinList, texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import type { Margin } from '../../pricing/margin.ts'
import { ListingCurrency, markedPrice } from '../margin/listing-currency.tsx'
import { marginFor } from '../margin/margin-for.ts'
import { doubtSteps, marginText, missingText, sellingPriceText } from '../margin/margin-text.ts'
import type { PricedOffer } from '../offer/priced-offer.ts'
import { useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'

/** The margin on the listing, which leads to the margin view. */
export function MarginSummary({ search, rows }: { search: Search; rows: PricedOffer[] }) {
  const t = texts()
  const { navigate, money, assumptions, currentId } = useApp()
  const current = rows.find(({ offer }) => offer.offerId === currentId)
  const sellingPrice = useSellingPrice(search)
  // Not the best margin of all: cheaper offers further down are often of another product.
  const row = current ?? rows[0]
  const margin = sellingPrice && row && marginFor(row, sellingPrice, money, assumptions)
  const unknown = !sellingPrice && search.listing ? markedPrice(search.listing) : null
  return (
    <>
      <button type="button" class="margin-summary" onClick={() => navigate('margin')}>
        {unknown ? (
          `${t.listingLabel} ${t.currencyUnknown(unknown)}`
        ) : sellingPrice ? (
          <>
            {t.listingLabel} <strong>{sellingPriceText(sellingPrice) || sellingPrice.text}</strong>{' '}
            {margin && <Outcome result={margin} isChosen={current !== undefined} />}
          </>
        ) : search.listing === undefined ? (
          // Nothing is known of the page yet, or there is none.
          t.enterSellingPrice
        ) : (
          t.noSellingPrice
        )}
      </button>
      {unknown && <ListingCurrency listing={search.listing} />}
    </>
  )
}

function Outcome({ result, isChosen }: { result: Margin; isChosen: boolean }) {
  const t = texts()
  if (!result.margin) return <span class="missing">{missingText(result)}</span>
  const [doubt] = doubtSteps(result)
  const estimated = joinList(result.estimated.map((name) => t.costLines[name]))
  return (
    <>
      → {isChosen ? t.marginLabel : t.topOfferMargin} <strong>{marginText(result)}</strong>{' '}
      {(doubt || estimated) && <span class="missing">{doubt ?? t.marginEstimated(estimated)}</span>}
    </>
  )
}
