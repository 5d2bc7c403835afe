import { ratesItem } from '../../api/rates-item.ts'
import { locale, texts } from '../../i18n/index.ts'
import { habitsItem } from '../../model/preferences.ts'
import { USUAL_CURRENCY } from '../state/currency-context.ts'
import { useItem } from '../state/use-stored.ts'

/** In which money prices are shown beside yuan: any that there is a rate for. */
export function Currency() {
  const t = texts()
  const habits = useItem(habitsItem)
  const kept = useItem(ratesItem)
  const names = new Intl.DisplayNames(locale(), { type: 'currency' })
  const known = Object.keys(kept?.rates.rates ?? {}).filter((code) => code !== 'CNY')
  const codes = [
    ...new Set(['EUR', USUAL_CURRENCY, ...(habits?.currency ? [habits.currency] : []), ...known]),
  ]
  return (
    <div class="choice-of">
      <label for="currency">{t.showIn}</label>
      <select
        id="currency"
        value={habits?.currency ?? ''}
        onChange={({ currentTarget }) =>
          habits && habitsItem.setValue({ ...habits, currency: currentTarget.value || null })
        }
      >
        <option value="">{t.asListing(USUAL_CURRENCY)}</option>
        {codes.sort().map((code) => (
          <option key={code} value={code}>
            {code} · {names.of(code)}
          </option>
        ))}
      </select>
    </div>
  )
}
