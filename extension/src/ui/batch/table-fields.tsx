import { useId } from 'preact/hooks'
import type { Delimiter, Table, TableOptions } from '../../batch/table/table.ts'
import { texts } from '../../i18n/index.ts'

/** What Excel and shops' exports write, by region. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
]
const DELIMITERS: Delimiter[] = [',', ';', '\t', '|']

interface Props {
  table: Table
  onChange(change: TableOptions): void
}

/** How the file was read. */
export function TableFields({ table, onChange }: Props) {
  const t = texts()
  const { sheet, sheets = [], encoding, delimiter, headerLine } = table
  return (
    <div class="batch-fields">
      {sheet !== undefined && sheets.length > 1 && (
        <SelectField
          label={t.sheet}
          name="sheet"
          value={sheet}
          choices={sheets.map((each) => ({ value: each, label: each }))}
          onChange={(chosen) => onChange({ sheet: chosen })}
        />
      )}
      {encoding !== undefined && (
        <SelectField
          label={t.encoding}
          name="encoding"
          value={encoding}
          choices={[...new Set([...ENCODINGS, encoding])].map((each) => ({
            value: each,
            label: t.encodings[each as keyof typeof t.encodings] ?? each,
          }))}
          onChange={(chosen) => onChange({ encoding: chosen })}
        />
      )}
      {delimiter !== undefined && table.columns.length + (encoding ? 1 : 0) > 1 && (
        <SelectField
          label={t.delimiter}
          name="delimiter"
          value={delimiter}
          choices={DELIMITERS.map((each) => ({ value: each, label: t.delimiters[each] }))}
          onChange={(chosen) => onChange({ delimiter: chosen })}
        />
      )}
      <label class="checkbox-label">
        <input
          type="checkbox"
          name="hasHeader"
          checked={headerLine !== null}
          onChange={({ currentTarget }) => onChange({ hasHeader: currentTarget.checked })}
        />
        {headerLine === null ? t.hasHeadings : t.headingsInLine(headerLine)}
      </label>
    </div>
  )
}

export interface SelectChoice<Value extends string> {
  value: Value
  label: string
}

/** A labelled select. */
export function SelectField<Value extends string>(props: {
  label: string
  name: string
  value: Value
  choices: readonly SelectChoice<Value>[]
  onChange(value: Value): void
}) {
  const { label, name, value, choices, onChange } = props
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((choice) => choice.value === currentTarget.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
