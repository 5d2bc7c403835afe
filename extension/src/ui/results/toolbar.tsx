import { LIMITS } from '@find-on-1688/shared'
import { useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { changeOfQuantity, type Filters } from '../../model/preferences.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { MAX_QUANTITY, readQuantity } from '../../pricing/read-decimal.ts'
import { lazy } from '../components/lazy.tsx'
import { whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { SortField } from './sort-field.tsx'

const MoreFilters = lazy(async () => (await import('./more-filters.tsx')).MoreFilters)

/** Search in the results, order, filters and the quantity, in one row. */
export function Toolbar({ search, list }: { search: Search; list: ResultList | undefined }) {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const { filters, quantity } = preferences
  const [open, setOpen] = useState(false)
  const setFilters = (change: { [K in keyof Filters]: Filters[K] | undefined }) =>
    setPreferences({ filters: withoutUnset({ ...filters, ...change }) })
  const { words: _, ...others } = filters
  const count = Object.values(others).flat().length
  return (
    <search class="toolbar">
      <input
        id="words"
        type="search"
        maxLength={LIMITS.keywordLength}
        autocomplete="off"
        aria-label={t.keywords}
        aria-keyshortcuts="/"
        placeholder={t.keywords}
        value={filters.words ?? ''}
        onInput={({ currentTarget }) => setFilters({ words: currentTarget.value || undefined })}
        onKeyDown={async (event) => {
          if (event.key !== 'Enter' || event.isComposing) return
          const { searchWithFilters } = await import('./refinement.tsx')
          searchWithFilters(search, filters, setFilters)
        }}
      />
      <SortField />
      <button
        type="button"
        class={count > 0 ? 'chip active filters' : 'chip filters'}
        aria-expanded={open}
        aria-controls="more-filters"
        onClick={() => setOpen(!open)}
      >
        {count > 0 ? t.moreFilters(count) : t.filters}
      </button>
      <Quantity
        quantity={quantity}
        onChange={(next) => setPreferences(changeOfQuantity(preferences, next))}
      />
      {open && (
        <MoreFilters
          filters={filters}
          quantity={quantity}
          offers={list?.offers ?? []}
          onChange={setFilters}
          onClose={() => setOpen(false)}
        />
      )}
    </search>
  )
}

/** Applied as soon as it is a valid number, and corrected when the field loses focus. */
function Quantity({ quantity, onChange }: { quantity: number; onChange: (quantity: number) => void }) {
  const t = texts()
  const [typed, setTyped] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const isInvalid = typed !== undefined && readQuantity(typed) === undefined
  return (
    <label class="quantity">
      {t.quantityShort}{' '}
      <input
        ref={field}
        id="quantity"
        type="text"
        inputMode="numeric"
        aria-keyshortcuts="q"
        value={typed ?? String(quantity)}
        aria-invalid={isInvalid}
        data-tooltip={isInvalid ? t.quantityInvalid(whole(MAX_QUANTITY)) : undefined}
        onFocus={() => field.current?.select()}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          const next = readQuantity(currentTarget.value)
          if (next !== undefined) onChange(next)
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  )
}

function withoutUnset(filters: { [K in keyof Filters]: Filters[K] | undefined }): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Filters
}
