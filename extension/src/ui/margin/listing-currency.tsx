import { locale, texts } from '../../i18n/index.ts'
import type { Listing } from '../../model/listing.ts'
import { sendToBackground } from '../../model/messages.ts'
import { SHARED_CURRENCY_MARKS } from '../../model/shared-currency-marks.ts'

/** Lets the user say which currency the mark of the listing's price means, where its page does not: "Which $?" */
export function ListingCurrency({ listing }: { listing: Listing | null | undefined }) {
  const t = texts()
  const { currencyMark: mark, currency } = listing ?? {}
  if (!mark) return null
  const possible = SHARED_CURRENCY_MARKS[mark] ?? Intl.supportedValuesOf('currency')
  const names = new Intl.DisplayNames(locale(), { type: 'currency' })
  return (
    <select
      class="listing-currency"
      aria-label={t.whichCurrency(mark)}
      data-tooltip={t.currencyRemembered}
      value={currency ?? ''}
      onChange={({ currentTarget: { value } }) =>
        sendToBackground({ type: 'listingCurrency', currency: value || null })
      }
    >
      <option value="">{t.whichCurrency(mark)}</option>
      {possible.map((code) => (
        <option key={code} value={code}>
          {code} · {names.of(code)}
        </option>
      ))}
    </select>
  )
}

/** The price as the page shows it, without saying which currency it is in: `$39.99`, `kr 399`, `from $5`. */
export function markedPrice({ price, priceTo, isFrom, currencyMark }: Listing): string | null {
  if (!price || !currencyMark) return null
  const space = /\p{L}$/u.test(currencyMark) ? ' ' : ''
  const text = [price, priceTo]
    .filter((each) => each !== null)
    .map((each) => `${currencyMark}${space}${grouped(each)}`)
    .join('–')
  return isFrom ? texts().priceFrom(text) : text
}

function grouped(amount: string): string {
  const [units = '', ...decimals] = amount.split('.')
  return [units.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.')
}
