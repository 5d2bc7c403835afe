import { useState } from 'preact/hooks'
import { locale, texts } from '../../i18n/index.ts'
import { changeOfQuantity, SURFACES, UI_LANGUAGES, type UiLanguage } from '../../model/preferences.ts'
import {
  askFirstItem,
  languageItem,
  openInItem,
  preferencesItem,
  ratesItem,
} from '../../model/stored-items.ts'
import { MAX_QUANTITY, readQuantity } from '../../pricing/read-decimal.ts'
import { whole } from '../format/text.ts'
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

/** The pieces that prices are shown for, until it is changed here or in the results. */
export function DefaultQuantity() {
  const t = texts()
  const preferences = useStored(preferencesItem)
  const [typed, setTyped] = useState<string>()
  const isInvalid = typed !== undefined && readQuantity(typed) === undefined
  const change = (text: string) => {
    setTyped(text)
    const quantity = readQuantity(text)
    if (preferences && quantity !== undefined)
      preferencesItem.setValue({ ...preferences, ...changeOfQuantity(preferences, quantity) })
  }
  return (
    <div class="option-group">
      <label for="default-quantity">{t.defaultQuantity}</label>
      <input
        id="default-quantity"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={typed ?? String(preferences?.quantity ?? '')}
        aria-invalid={isInvalid}
        aria-describedby="default-quantity-note"
        onInput={({ currentTarget }) => change(currentTarget.value)}
        onBlur={() => !isInvalid && setTyped(undefined)}
      />
      <p id="default-quantity-note" class={isInvalid ? 'field-error' : 'note'}>
        {isInvalid ? t.quantityInvalid(whole(MAX_QUANTITY)) : t.defaultQuantityNote}
      </p>
    </div>
  )
}

/** The extension's language. The browser names its menus and shortcuts in its own. */
export function LanguageField() {
  const t = texts()
  const language = useStored(languageItem)
  return (
    <div class="option-group">
      <label for="language">{t.language}</label>
      <select
        id="language"
        value={language ?? 'browser'}
        onChange={({ currentTarget }) => languageItem.setValue(currentTarget.value as UiLanguage)}
      >
        {UI_LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each === 'zh' ? 'zh-CN' : undefined}>
            {t.languages[each]}
          </option>
        ))}
      </select>
    </div>
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
