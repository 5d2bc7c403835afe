import { useId, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { readDecimal } from '../../pricing/read-decimal.ts'

interface Props {
  label: string
  value: string | undefined
  placeholder?: string
  /** Whether a text that is no number is passed on too, so that it is still there when the field is shown again. */
  keepsInvalid?: boolean
  onChange(value: string | undefined): void
}

export function DecimalField({ label, ...input }: Props) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <DecimalInput id={id} {...input} />
    </div>
  )
}

/** A decimal number as users write it. Anything else is marked as invalid and changes nothing. */
export function DecimalInput(props: Omit<Props, 'label'> & { id?: string; label?: string }) {
  const t = texts()
  const [typed, setTyped] = useState<string>()
  const text = typed ?? props.value ?? ''
  const isInvalid = text.trim() !== '' && readDecimal(text) === undefined
  return (
    <input
      id={props.id}
      type="text"
      inputMode="decimal"
      aria-label={props.label}
      aria-invalid={isInvalid}
      data-tooltip={isInvalid ? t.numberInvalid : undefined}
      placeholder={props.placeholder}
      value={text}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value)
        const number = readDecimal(value)
        if (value.trim() === '') props.onChange(undefined)
        else if (number !== undefined || props.keepsInvalid) props.onChange(number ?? value)
      }}
      onBlur={() => !isInvalid && setTyped(undefined)}
    />
  )
}
