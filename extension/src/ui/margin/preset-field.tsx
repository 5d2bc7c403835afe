import { useId } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { DecimalInput } from '../components/decimal-field.tsx'

const CUSTOM = 'own'

interface Props<T extends string> {
  label: string
  ids: readonly T[]
  names: Record<T, string>
  value: T | { number: string }
  /** Of a custom number. */
  unit: string
  onChange(value: T | { number: string }): void
}

/** One of the preset ranges, or a custom number. */
export function PresetField<T extends string>({ label, ids, names, value, unit, onChange }: Props<T>) {
  const t = texts()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={typeof value === 'object' ? CUSTOM : value}
        onChange={({ currentTarget }) => {
          const preset = ids.find((each) => each === currentTarget.value)
          onChange(preset ?? { number: '' })
        }}
      >
        {ids.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
        <option value={CUSTOM}>{t.customFigure}</option>
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
