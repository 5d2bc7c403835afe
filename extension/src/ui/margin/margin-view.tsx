import { joinList, locale, texts } from '../../i18n/index.ts'
import { resultListOf } from '../../model/fused-list.ts'
import type { Search } from '../../model/search.ts'
import type { CostLine as MarginLine } from '../../pricing/cost-line.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import type { Margin } from '../../pricing/margin.ts'
import { titleOf } from '../format/text.ts'
import { priceOffer } from '../offer/priced-offer.ts'
import { useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'
import { AssumptionFields } from './assumption-fields.tsx'
import { ListingCurrency, markedPrice } from './listing-currency.tsx'
import { marginFor } from './margin-for.ts'
import { marginText, missingText } from './margin-text.ts'

/** The margin of one offer on the selling price, cost by cost, and what is missing. */
export function MarginView({ search }: { search: Search }) {
  const t = texts()
  const { money, assumptions, preferences, currentId, navigate } = useApp()
  const sellingPrice = useSellingPrice(search)
  const rows = (resultListOf(search)?.offers ?? []).map((offer) =>
    priceOffer(offer, search.details?.[offer.offerId], preferences.quantity, money, assumptions),
  )
  const priced = rows.find(({ offer }) => offer.offerId === currentId) ?? rows[0]
  const result = sellingPrice && priced ? marginFor(priced, sellingPrice, money, assumptions) : undefined
  const shownPrice = search.listing && markedPrice(search.listing)
  return (
    <section class="margin-view" aria-label={t.marginTitle}>
      <div class="view-header">
        <h1>{t.marginTitle}</h1>
        <button type="button" class="secondary back" onClick={() => navigate('results')}>
          {t.backToResults}
        </button>
      </div>
      {search.listing?.title && (
        <p class="context">
          {t.listingLabel}: {search.listing.title}
          {search.listing.productNumber && ` · ${search.listing.productNumber}`}
          <small>
            {t.listingSource(
              search.listing.from === 'structured data' ? t.structuredData : search.listing.from,
            )}
          </small>
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
      {result && <Verdict result={result} />}
      {result && <Lines result={result} />}
      <AssumptionFields sellingPrice={sellingPrice} priced={priced} />
      <p class="fine-print">{t.marginDisclaimer}</p>
      <RatesLine />
    </section>
  )
}

function Verdict({ result }: { result: Margin }) {
  const t = texts()
  const { margin, profit, verdict, estimated, currency } = result
  if (!margin || !profit || !verdict)
    return (
      <p class="verdict unknown" role="status">
        <strong>{t.noVerdict}</strong> {missingText(result)}
      </p>
    )
  const format = (amount: string) => formatMoney(amount, currency, locale())
  return (
    <p class={`verdict ${verdict}`} role="status">
      <strong>
        {t.verdicts[verdict]}: {marginText(margin)}
      </strong>{' '}
      {t.profitPerPiece(format(profit.low), format(profit.high))}{' '}
      {estimated.length > 0 && (
        <span class="missing">{t.marginEstimated(joinList(estimated.map((name) => t.costLines[name])))}</span>
      )}
    </p>
  )
}

function Lines({ result }: { result: Margin }) {
  const t = texts()
  return (
    <table class="cost-lines">
      <thead>
        <tr>
          <th scope="col">{t.costLine}</th>
          <th scope="col" class="number">
            {t.costLow}
          </th>
          <th scope="col" class="number">
            {t.costHigh}
          </th>
          <th scope="col">{t.costSource}</th>
        </tr>
      </thead>
      <tbody>
        {result.lines.map((line) => (
          <Line key={line.name} line={line} currency={result.currency} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ line, currency }: { line: MarginLine; currency: string }) {
  const t = texts()
  const source = line.name === 'other' && line.source === 'missing' && !line.required ? 'open' : line.source
  const format = (amount: string | null) =>
    amount === null ? t.amountUnknown : formatMoney(amount, currency, locale())
  return (
    <tr>
      <th scope="row">{t.costLines[line.name]}</th>
      <td class="number">{format(line.low)}</td>
      <td class="number">{format(line.high)}</td>
      <td>
        <span class={`certainty ${source}`}>{t.costSources[source]}</span>
      </td>
    </tr>
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
