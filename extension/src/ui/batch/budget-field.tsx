import { useId, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { readQuantity } from '../../pricing/read-decimal.ts'

interface Props {
  /** `null`: no limit. */
  value: number | null
  /** What the whole list takes. */
  all: number
  onChange(maxSearches: number | null): void
}

/** After how many searches the list pauses. What is no number stays in the field, and the last one counts. */
export function BudgetField({ value, all, onChange }: Props) {
  const t = texts()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const isInvalid = typed !== undefined && typed.trim() !== '' && readQuantity(typed) === undefined
  return (
    <div class="field">
      <label for={id}>{t.budget}</label>
      <input
        id={id}
        name="budget"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        placeholder={t.budgetNone(all)}
        value={typed ?? (value === null ? '' : `${value}`)}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}-error` : undefined}
        onInput={({ currentTarget: { value: next } }) => {
          setTyped(next)
          const read = readQuantity(next)
          if (read !== undefined || next.trim() === '') onChange(read ?? null)
        }}
        onBlur={() => !isInvalid && setTyped(undefined)}
      />
      {isInvalid && (
        <p id={`${id}-error`} class="field-error">
          {t.budgetInvalid}
        </p>
      )}
    </div>
  )
}
