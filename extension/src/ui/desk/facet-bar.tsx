import {
  type Coverage,
  DECISION_FACETS,
  RESULT_FACETS,
  type ResultFacet,
  type RowFilter,
} from '../../batch/decisions/facets.ts'
import { texts } from '../../i18n/index.ts'
import { PureComponent } from '../components/pure-component.ts'
import { whole } from '../format/text.ts'
import { focusRows } from './use-desk-keys.ts'
import type { FacetCounts } from './use-desk-rows.ts'

interface Props {
  filter: RowFilter
  counts: FacetCounts
  /** Without any filter. */
  totals: FacetCounts
  coverage: readonly Coverage[]
  shown: number
  total: number
  isComputingMargins: boolean
  onFilter(filter: RowFilter): void
}

/** Not named where no product is one. */
const EXCEPTIONS: ResultFacet[] = ['notCompared', 'failed', 'waiting']
const MARGINS = [10, 20, 30, 40, 50, 60]
/** More can be found by searching. */
const MAX_SUPPLIERS = 100

/** Which products are listed: each facet says how many it would leave. Drawn again only if something about it has changed. */
export class FacetBar extends PureComponent<Props> {
  override render(props: Props) {
    return <Facets {...props} />
  }
}

function Facets(props: Props) {
  const { filter, counts, totals, coverage, shown, total, isComputingMargins, onFilter } = props
  const { desk: t } = texts()
  const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== '')
  return (
    <fieldset class="desk-facets">
      <legend class="visually-hidden">{t.facetsLabel}</legend>
      <div class="chips">
        {DECISION_FACETS.map((facet) => (
          <Facet
            key={facet}
            name={facet}
            label={t.decisionFacets[facet]}
            count={counts.decision[facet]}
            isOn={filter.decision === facet}
            onPress={(on) => onFilter({ ...filter, decision: on ? facet : undefined })}
          />
        ))}
        {RESULT_FACETS.filter(
          (facet) => !EXCEPTIONS.includes(facet) || totals.result[facet] > 0 || filter.result === facet,
        ).map((facet) => (
          <Facet
            key={facet}
            name={facet}
            label={t.resultFacets[facet]}
            count={counts.result[facet]}
            isOn={filter.result === facet}
            onPress={(on) => onFilter({ ...filter, result: on ? facet : undefined })}
          />
        ))}
      </div>
      <div class="facet-fields">
        <input
          type="search"
          id="desk-words"
          aria-label={t.searchProducts}
          aria-keyshortcuts="/"
          placeholder={t.searchProducts}
          value={filter.words ?? ''}
          onInput={({ currentTarget }) => onFilter({ ...filter, words: currentTarget.value })}
          onKeyDown={({ key }) => (key === 'Enter' || key === 'Escape') && focusRows()}
        />
        <select
          class={filter.minMargin === undefined ? 'chip' : 'chip active'}
          aria-label={t.marginFilter}
          value={filter.minMargin === undefined ? '' : String(filter.minMargin * 100)}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, minMargin: value === '' ? undefined : Number(value) / 100 })
          }
        >
          <option value="">{t.anyMargin}</option>
          {MARGINS.map((percent) => (
            <option key={percent} value={String(percent)}>
              {t.marginFrom(`${percent}%`)}
            </option>
          ))}
        </select>
        <select
          class={filter.supplier === undefined ? 'chip' : 'chip active'}
          aria-label={t.supplierFilter}
          value={filter.supplier ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, supplier: value === '' ? undefined : value })
          }
        >
          <option value="">{t.anySupplier}</option>
          {suppliersOf(coverage, filter.supplier).map(({ supplier, products }) => (
            <option key={supplier} value={supplier} lang="zh">
              {t.supplierProducts(supplier, whole(products))}
            </option>
          ))}
        </select>
      </div>
      <p class="facet-summary">
        <span role="status">
          {isComputingMargins ? t.computingMargins : t.rowsShown(whole(shown), whole(total))}
        </span>
        {isFiltered && (
          <button type="button" class="link" onClick={() => onFilter({})}>
            {t.clearFilters}
          </button>
        )}
      </p>
    </fieldset>
  )
}

/** The chosen one is listed wherever it is in the order. */
function suppliersOf(coverage: readonly Coverage[], chosen: string | undefined): Coverage[] {
  const first = coverage.slice(0, MAX_SUPPLIERS)
  if (chosen === undefined || first.some(({ supplier }) => supplier === chosen)) return first
  return [coverage.find(({ supplier }) => supplier === chosen) ?? { supplier: chosen, products: 1 }, ...first]
}

interface FacetProps {
  name: string
  label: string
  count: number
  isOn: boolean
  onPress(on: boolean): void
}

function Facet({ name, label, count, isOn, onPress }: FacetProps) {
  return (
    <button
      type="button"
      class={isOn ? 'chip active' : 'chip'}
      data-facet={name}
      aria-pressed={isOn}
      onClick={() => onPress(!isOn)}
    >
      {label} <b>{whole(count)}</b>
    </button>
  )
}
