import { texts } from '../../i18n/index.ts'
import { resultListOf } from '../../model/fused-list.ts'
import type { Search } from '../../model/search.ts'
import { notForSale } from '../../model/variant-match.ts'
import { filterOffers } from '../../pricing/filter-offers.ts'
import type { SellingPriceRange } from '../../pricing/margin.ts'
import { marginFor } from '../../pricing/margin-for.ts'
import { type PricedOffer, priceOffer } from '../../pricing/priced-offer.ts'
import { sortOffers, type ViewKeys } from '../../pricing/sort-offers.ts'
import { titleOf } from '../format/text.ts'
import { variantNames } from '../offer/variant-facts.tsx'
import { type AppState, useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'
import { Answer } from './answer.tsx'
import { AssumptionFields } from './assumption-fields.tsx'
import { CostTable } from './cost-table.tsx'
import { ListingCurrency, markedPrice } from './listing-currency.tsx'
import { sellingPriceText } from './margin-text.ts'
import { OrderSummary } from './order-summary.tsx'
import { useSortKeys } from './use-sort-keys.ts'

/** The margin of one offer on the selling price: the answer, what it depends on, and the calculation. */
export function MarginView({ search }: { search: Search }) {
  const t = texts()
  const app = useApp()
  const { money, assumptions, currentId, navigate } = app
  const sortKeys = useSortKeys(search, app)
  const known = useSellingPrice(search)
  const sellingPrice: SellingPriceRange = known ?? { price: null, priceTo: null, currency: money.currency }
  const priced = currentOffer(search, currentId, app, sortKeys)
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
      <Answer search={search} priced={priced} result={result} />
      {search.listing?.title && (
        <p class="context">
          {t.listingTitle(search.listing.title)}
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
      <p class="context">{offerText(priced)}</p>
      <AssumptionFields sellingPrice={known} priced={priced} result={result} />
      {result && <CostTable result={result} />}
      {result && <OrderSummary result={result} />}
      <p class="fine-print">{t.marginDisclaimer}</p>
      <RatesLine />
    </section>
  )
}

/** Its title, the variant that price and weight are of, and whether it cannot be bought. */
function offerText(priced: PricedOffer | undefined): string {
  const t = texts()
  if (!priced) return t.offerTitle(t.amountUnknown)
  const { offer, variants } = priced
  const closed = notForSale(offer)
  return [
    t.offerTitle(titleOf(offer)),
    variants.length > 0 && t.variantOfOffer(variantNames(variants)),
    closed && t.notForSale[closed],
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The offer that the footer of the results is about: the chosen one, or the first that they show. */
function currentOffer(
  search: Search,
  currentId: string | undefined,
  { preferences, money, assumptions }: Pick<AppState, 'preferences' | 'money' | 'assumptions'>,
  sortKeys: ViewKeys,
): PricedOffer | undefined {
  const offers = resultListOf(search)?.offers ?? []
  const { quantity, filters } = preferences
  const detailsOf = (offerId: string) => search.details?.[offerId]
  const shown = filterOffers(offers, filters, quantity, detailsOf).offers
  const offer =
    offers.find(({ offerId }) => offerId === currentId) ??
    sortOffers(shown, preferences, detailsOf, sortKeys)[0] ??
    offers[0]
  return offer && priceOffer(offer, detailsOf(offer.offerId), quantity, money, assumptions)
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
