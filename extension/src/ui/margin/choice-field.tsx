import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Limit } from '../../pricing/limits.ts'
import { DecimalInput, NumberError } from '../components/decimal-field.tsx'

interface Choice<Id extends string> {
  id: Id
  label: string
  /** With it the user enters a number. */
  number?: { unit: string; limit?: Limit }
}

interface Props<Id extends string> {
  label: string
  name: string
  choices: readonly Choice<Id>[]
  value: Id
  /** Of a choice with a number. */
  number?: string | undefined
  children?: ComponentChildren
  onChange(id: Id, number: string): void
}

/** One of several presets, or a number of the user. */
export function ChoiceField<Id extends string>(props: Props<Id>) {
  const { label, name, choices, value, number = '', children, onChange } = props
  const id = useId()
  const entered = choices.find((choice) => choice.id === value)?.number
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((choice) => choice.id === currentTarget.value)
          // A number of another unit means something else.
          if (chosen) onChange(chosen.id, '')
        }}
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      {entered && (
        <>
          <span class="custom-number">
            <DecimalInput
              id={`${id}-number`}
              name={`${name}Number`}
              label={`${label}, ${entered.unit}`}
              value={number}
              {...(entered.limit && { limit: entered.limit })}
              onChange={(next) => onChange(value, next ?? '')}
            />
            <span>{entered.unit}</span>
          </span>
          <NumberError id={`${id}-number-error`} value={number} limit={entered.limit} isRequired />
        </>
      )}
      {children}
    </div>
  )
}
