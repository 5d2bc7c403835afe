import { locale, texts } from '../../i18n/index.ts'
import { SURFACES } from '../../model/preferences.ts'
import { askFirstItem, openInItem, preferencesItem, ratesItem } from '../../model/stored-items.ts'
import { DEFAULT_CURRENCY } from '../state/app-context.tsx'
import { canOpenIn } from '../state/surface.ts'
import { useStored } from '../state/use-stored.ts'

/** Where results open: popup, side panel or tab. */
export function OpenInField() {
  const t = texts()
  const openIn = useStored(openInItem)
  return (
    <fieldset class="option-group">
      <legend>{t.openResultsIn}</legend>
      {SURFACES.filter(canOpenIn).map((surface) => (
        <label key={surface}>
          <input
            type="radio"
            name="open-in"
            value={surface}
            checked={openIn === surface}
            onChange={() => openInItem.setValue(surface)}
          />
          {t.openResultsOptions[surface]}
        </label>
      ))}
    </fieldset>
  )
}

export function AskFirst() {
  const askFirst = useStored(askFirstItem)
  return (
    <label class="checkbox-label">
      <input
        type="checkbox"
        id="ask-first"
        checked={askFirst ?? false}
        onChange={({ currentTarget }) => askFirstItem.setValue(currentTarget.checked)}
      />
      {texts().confirmBeforeSending}
    </label>
  )
}

/** The display currency: any that has an exchange rate. */
export function CurrencyField() {
  const t = texts()
  const preferences = useStored(preferencesItem)
  const stored = useStored(ratesItem)
  const names = new Intl.DisplayNames(locale(), { type: 'currency' })
  const withRates = Object.keys(stored?.rates.rates ?? {}).filter((code) => code !== 'CNY')
  const codes = [
    ...new Set([
      'EUR',
      DEFAULT_CURRENCY,
      ...(preferences?.currency ? [preferences.currency] : []),
      ...withRates,
    ]),
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
