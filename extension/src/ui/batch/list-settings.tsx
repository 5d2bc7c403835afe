import { texts } from '../../i18n/index.ts'
import type { BatchSettings, ProductInput } from '../../model/batch.ts'
import { PiecesField } from '../components/pieces-field.tsx'
import { SelectField } from './table-fields.tsx'

interface Props {
  inputs: readonly ProductInput[]
  settings: BatchSettings
  onChange(settings: BatchSettings): void
}

/** What counts for rows that do not say it themselves. */
export function ListSettings({ inputs, settings, onChange }: Props) {
  const t = texts()
  const unpriced = inputs.some(({ price, currency }) => price !== null && currency === null)
  const currencies = Intl.supportedValuesOf('currency')
  return (
    <div class="batch-fields">
      <PiecesField
        label={t.listQuantity}
        name="listQuantity"
        value={settings.quantity}
        onChange={(quantity) => onChange({ ...settings, quantity })}
      />
      {unpriced && (
        <SelectField
          label={t.listCurrency}
          name="listCurrency"
          value={settings.currency ?? ''}
          choices={[
            { value: '', label: t.listCurrencyUnknown },
            ...currencies.map((code) => ({ value: code, label: code })),
          ]}
          onChange={(currency) => onChange({ ...settings, currency: currency || null })}
        />
      )}
    </div>
  )
}
