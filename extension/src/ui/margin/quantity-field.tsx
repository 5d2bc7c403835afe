import { useId, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { changeOfQuantity } from '../../model/preferences.ts'
import { MAX_QUANTITY, readQuantity } from '../../pricing/read-decimal.ts'
import { whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'

/** The pieces of an order. An invalid number stays in the field, and the last valid one counts. */
export function QuantityField() {
  const t = texts()
  const id = useId()
  const { preferences, setPreferences } = useApp()
  const [typed, setTyped] = useState<string>()
  const isInvalid = typed !== undefined && readQuantity(typed) === undefined
  return (
    <div class="field">
      <label for={id}>{t.quantity}</label>
      <input
        id={id}
        name="quantity"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={typed ?? String(preferences.quantity)}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}-error` : undefined}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value)
          const quantity = readQuantity(value)
          if (quantity !== undefined) setPreferences(changeOfQuantity(preferences, quantity))
        }}
        onBlur={() => !isInvalid && setTyped(undefined)}
      />
      {isInvalid && (
        <p id={`${id}-error`} class="field-error">
          {t.quantityInvalid(whole(MAX_QUANTITY))}
        </p>
      )}
    </div>
  )
}
