import { locale, texts } from '../../i18n/index.ts'
import { preferencesItem, ratesItem } from '../../model/stored-items.ts'
import { DEFAULT_CURRENCY } from '../state/currency-context.ts'
import { useStored } from '../state/use-stored.ts'

/** In which money prices are shown beside yuan: any that there is a rate for. */
export function CurrencyField() {
  const t = texts()
  const preferences = useStored(preferencesItem)
  const kept = useStored(ratesItem)
  const names = new Intl.DisplayNames(locale(), { type: 'currency' })
  const known = Object.keys(kept?.rates.rates ?? {}).filter((code) => code !== 'CNY')
  const codes = [
    ...new Set(['EUR', DEFAULT_CURRENCY, ...(preferences?.currency ? [preferences.currency] : []), ...known]),
  ]
  return (
    <div class="option-group">
      <label for="currency">{t.displayCurrency}</label>
      <select
        id="currency"
        value={preferences?.currency ?? ''}
        onChange={({ currentTarget }) =>
          preferences && preferencesItem.setValue({ ...preferences, currency: currentTarget.value || null })
        }
      >
        <option value="">{t.currencyOfListing(DEFAULT_CURRENCY)}</option>
        {codes.sort().map((code) => (
          <option key={code} value={code}>
            {code} · {names.of(code)}
          </option>
        ))}
      </select>
    </div>
  )
}
