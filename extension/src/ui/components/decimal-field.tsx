import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { type Limit, within } from '../../pricing/limits.ts'
import { readDecimal } from '../../pricing/read-decimal.ts'

interface Props {
  label: string
  /** For tests and styles. */
  name: string
  /** As it was last passed to `onChange`. */
  value: string | undefined
  limit?: Limit
  placeholder?: string | undefined
  children?: ComponentChildren
  /**
   * With the number as a plain decimal string. A text that is no number is passed on as it is, so that it is stored, counts as
   * missing, and is still there when the field is shown again; an empty field is `undefined`.
   */
  onChange(value: string | undefined): void
}

/** A labelled number, with what is wrong with it below. */
export function DecimalField({ label, children, ...input }: Props) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <DecimalInput id={id} {...input} />
      <NumberError id={`${id}-error`} value={input.value} limit={input.limit} />
      {children}
    </div>
  )
}

/** The input alone; its user shows a `NumberError` with the id `…-error` near it. */
export function DecimalInput(props: Omit<Props, 'label' | 'children'> & { id: string; label?: string }) {
  const [typed, setTyped] = useState<string>()
  const text = typed ?? props.value ?? ''
  const isInvalid = numberError(text, props.limit) !== undefined
  return (
    <input
      id={props.id}
      name={props.name}
      type="text"
      inputMode="decimal"
      autocomplete="off"
      aria-label={props.label}
      aria-invalid={isInvalid}
      aria-describedby={isInvalid ? `${props.id}-error` : undefined}
      placeholder={props.placeholder}
      value={text}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value)
        props.onChange(value.trim() === '' ? undefined : (readDecimal(value) ?? value))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

interface ErrorProps {
  id: string
  value: string | undefined
  limit?: Limit | undefined
  /** Whether it is wrong to leave the field empty. */
  isRequired?: boolean
}

export function NumberError({ id, value = '', limit = 'amount', isRequired = false }: ErrorProps) {
  const error = isRequired && value.trim() === '' ? texts().numberLimits[limit] : numberError(value, limit)
  return error ? (
    <p id={id} class="field-error">
      {error}
    </p>
  ) : null
}

function numberError(text: string, limit: Limit = 'amount'): string | undefined {
  if (text.trim() === '' || within(readDecimal(text), limit)) return undefined
  return texts().numberLimits[limit]
}
