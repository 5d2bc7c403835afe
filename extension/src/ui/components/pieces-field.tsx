import { useId, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { MAX_QUANTITY, readQuantity } from '../../pricing/read-decimal.ts'
import { whole } from '../format/text.ts'

interface Props {
  label: string
  /** For tests and styles. */
  name: string
  value: number
  onChange(pieces: number): void
}

/** A labelled number of pieces. An invalid number stays in the field, and the last valid one counts. */
export function PiecesField({ label, name, value, onChange }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const isInvalid = typed !== undefined && readQuantity(typed) === undefined
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={typed ?? String(value)}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}-error` : undefined}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          const pieces = readQuantity(currentTarget.value)
          if (pieces !== undefined) onChange(pieces)
        }}
        onBlur={() => !isInvalid && setTyped(undefined)}
      />
      {isInvalid && (
        <p id={`${id}-error`} class="field-error">
          {texts().quantityInvalid(whole(MAX_QUANTITY))}
        </p>
      )}
    </div>
  )
}
