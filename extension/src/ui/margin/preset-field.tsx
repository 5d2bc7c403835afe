import { useId } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { DecimalInput } from '../components/decimal-field.tsx'

const OWN = 'own'

interface Props<T extends string> {
  label: string
  ids: readonly T[]
  names: Record<T, string>
  value: T | { number: string }
  /** Of the own number. */
  unit: string
  onChange(value: T | { number: string }): void
}

/** One of the rough ranges, or a number of one's own. */
export function PresetField<T extends string>({ label, ids, names, value, unit, onChange }: Props<T>) {
  const t = texts()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={typeof value === 'object' ? OWN : value}
        onChange={({ currentTarget }) => {
          const chosen = ids.find((each) => each === currentTarget.value)
          onChange(chosen ?? { number: '' })
        }}
      >
        {ids.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
        <option value={OWN}>{t.customFigure}</option>
      </select>
      {typeof value === 'object' && (
        <span class="custom-number">
          <DecimalInput
            label={`${label}, ${unit}`}
            value={value.number}
            onChange={(number) => onChange({ number: number ?? '' })}
          />{' '}
          {unit}
        </span>
      )}
    </div>
  )
}
