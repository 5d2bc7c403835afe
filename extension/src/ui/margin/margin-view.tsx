import { texts } from '../../i18n/index.ts'
import { resultListOf } from '../../model/fused-list.ts'
import type { Search } from '../../model/search.ts'
import type { SellingPriceRange } from '../../pricing/margin.ts'
import { titleOf } from '../format/text.ts'
import { priceOffer } from '../offer/priced-offer.ts'
import { useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'
import { Answer } from './answer.tsx'
import { AssumptionFields } from './assumption-fields.tsx'
import { CostTable } from './cost-table.tsx'
import { ListingCurrency, markedPrice } from './listing-currency.tsx'
import { marginFor } from './margin-for.ts'
import { sellingPriceText } from './margin-text.ts'
import { OrderSummary } from './order-summary.tsx'

/** The margin of one offer on the selling price: the answer, what it depends on, and the calculation. */
export function MarginView({ search }: { search: Search }) {
  const t = texts()
  const { money, assumptions, preferences, currentId, navigate } = useApp()
  const known = useSellingPrice(search)
  const sellingPrice: SellingPriceRange = known ?? { price: null, priceTo: null, currency: money.currency }
  const rows = (resultListOf(search)?.offers ?? []).map((offer) =>
    priceOffer(offer, search.details?.[offer.offerId], preferences.quantity, money, assumptions),
  )
  const priced = rows.find(({ offer }) => offer.offerId === currentId) ?? rows[0]
  const result = priced && marginFor(priced, sellingPrice, money, assumptions)
  const shownPrice = search.listing && markedPrice(search.listing)
  // The field has space for one price only.
  const severalPrices =
    !shownPrice && (sellingPrice.priceTo || sellingPrice.isFrom) && sellingPriceText(sellingPrice)
  return (
    <section class="margin-view" aria-label={t.marginTitle}>
      <div class="view-header">
        <h1>{t.marginTitle}</h1>
        <button type="button" class="secondary back" onClick={() => navigate('results')}>
          {t.backToResults}
        </button>
      </div>
      {result && <Answer result={result} />}
      {search.listing?.title && (
        <p class="context">
          {t.listingTitle}: {search.listing.title}
          {search.listing.productNumber && ` · ${search.listing.productNumber}`}
          {severalPrices && ` · ${severalPrices}`}
          <small>{t.listingSource(t.listingSources[search.listing.from] ?? search.listing.from)}</small>
        </p>
      )}
      {shownPrice && (
        <p class="context listing-price">
          {search.listing?.currency ? shownPrice : t.currencyUnknown(shownPrice)}{' '}
          <ListingCurrency listing={search.listing} />
        </p>
      )}
      {priced && (
        <p class="context">
          {t.offerLabel}: {titleOf(priced.offer)}
        </p>
      )}
      <AssumptionFields sellingPrice={known} priced={priced} result={result} />
      {result && <CostTable result={result} />}
      {result && <OrderSummary result={result} />}
      <p class="fine-print">{t.marginDisclaimer}</p>
      <RatesLine />
    </section>
  )
}

/** The source and date of the exchange rate. */
function RatesLine() {
  const t = texts()
  const { money, assumptions } = useApp()
  if (assumptions.ownRate) return <p class="fine-print">{t.ratesCustom}</p>
  if (money.rates) return <p class="fine-print">{t.ratesFrom(money.rates.date, money.rates.stale)}</p>
  if (!money.failure) return <p class="fine-print">{t.ratesLoading}</p>
  return (
    <p class="fine-print missing">
      {t.ratesMissing}{' '}
      {money.failure.code.startsWith('upstream_') ? t.ratesMissingHint : t.failures[money.failure.code].title}
    </p>
  )
}
