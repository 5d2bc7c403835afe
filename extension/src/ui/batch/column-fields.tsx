import { FIELDS, type Field } from '../../batch/table/column-words.ts'
import { type ColumnMap, currencyOfHeaders } from '../../batch/table/columns.ts'
import { letters, type Table } from '../../batch/table/table.ts'
import { WEIGHT_UNITS } from '../../batch/table/weight-cell.ts'
import { texts } from '../../i18n/index.ts'
import { SelectField } from './table-fields.tsx'

interface Props {
  table: Table
  map: ColumnMap
  onChange(map: ColumnMap): void
}

/** Which column is what. Two fields may be of the same column. */
export function ColumnFields({ table, map, onChange }: Props) {
  const t = texts()
  const { columns, headerLine } = table
  const choose = (field: Field, index: number | null) => {
    const next = { ...map, [field]: index }
    const isPrice = field === 'price' || field === 'salePrice'
    onChange(isPrice ? { ...next, priceCurrency: currencyOfHeaders(table, next) } : next)
  }
  const choices = [
    { value: '', label: t.noColumn },
    ...columns.map((header, index) => ({
      value: `${index}`,
      label: headerLine === null || header === '' ? t.columnLetter(letters(index)) : header,
    })),
  ]
  return (
    <fieldset class="batch-columns">
      <legend>{t.columnsLegend}</legend>
      <div class="batch-fields">
        {FIELDS.map((field) => (
          <SelectField
            key={field}
            label={t.productFields[field]}
            name={field}
            value={map[field] === null ? '' : `${map[field]}`}
            choices={choices}
            onChange={(chosen) => choose(field, chosen === '' ? null : Number(chosen))}
          />
        ))}
        {currencyOfHeaders(table, map) !== null && (
          <SelectField
            label={t.headerCurrency}
            name="headerCurrency"
            value={map.priceCurrency ?? ''}
            choices={[
              { value: '', label: t.headerCurrencyNone },
              ...Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code })),
            ]}
            onChange={(code) => onChange({ ...map, priceCurrency: code || null })}
          />
        )}
        {map.weight !== null && (
          <SelectField
            label={t.weightUnit}
            name="weightUnit"
            value={map.weightUnit ?? ''}
            choices={[
              { value: '', label: t.weightUnitUnknown },
              ...WEIGHT_UNITS.map((unit) => ({ value: unit, label: unit })),
            ]}
            onChange={(unit) => onChange({ ...map, weightUnit: unit || null })}
          />
        )}
      </div>
      <p class="fine-print">{t.otherColumnsKept}</p>
    </fieldset>
  )
}
