import { useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { changeOfQuantity, type Filters, OFFER_SORTS, type Sort } from '../../model/preferences.ts'
import { MAX_QUANTITY, readQuantity } from '../../pricing/read-decimal.ts'
import { lazy } from '../components/lazy.tsx'
import { whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import type { BadgeCount } from './more-filters.tsx'

const MoreFilters = lazy(async () => (await import('./more-filters.tsx')).MoreFilters)

/** Sorting, the two most used filters, all other filters, and the quantity. */
export function Toolbar({ badges }: { badges: BadgeCount[] }) {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const { filters, sort, quantity } = preferences
  const [open, setOpen] = useState(false)
  const setFilters = (change: { [K in keyof Filters]: Filters[K] | undefined }) =>
    setPreferences({ filters: withoutUnset({ ...filters, ...change }) })
  const isUpToQuantity = filters.minOrder === quantity
  const otherFilters =
    Object.keys(filters).length - Number(filters.verified === true) - Number(isUpToQuantity)
  return (
    <div class="toolbar">
      <div class="chips">
        <select
          class={sort === 'relevance' ? 'chip' : 'chip active'}
          aria-label={t.sortBy}
          value={sort}
          onChange={({ currentTarget }) => setPreferences({ sort: currentTarget.value as Sort })}
        >
          {OFFER_SORTS.map((each) => (
            <option key={each} value={each}>
              {t.sortOptions[each]}
            </option>
          ))}
        </select>
        <Chip
          isActive={filters.verified === true}
          label={t.verified}
          onClick={() => setFilters({ verified: filters.verified ? undefined : true })}
        />
        <Chip
          isActive={isUpToQuantity}
          label={t.minimumOrderUpTo(whole(quantity))}
          onClick={() => setFilters({ minOrder: isUpToQuantity ? undefined : quantity })}
        />
        <button
          type="button"
          class={otherFilters > 0 ? 'chip active filters' : 'chip filters'}
          aria-expanded={open}
          aria-controls="more-filters"
          onClick={() => setOpen(!open)}
        >
          {otherFilters > 0 ? t.moreFilters(otherFilters) : t.filters}
        </button>
      </div>
      <Quantity
        quantity={quantity}
        onChange={(next) => setPreferences(changeOfQuantity(preferences, next))}
      />
      {open && <MoreFilters filters={filters} badges={badges} onChange={setFilters} />}
    </div>
  )
}

function Chip({ isActive, label, onClick }: { isActive: boolean; label: string; onClick: () => void }) {
  return (
    <button type="button" class={isActive ? 'chip active' : 'chip'} aria-pressed={isActive} onClick={onClick}>
      {label}
    </button>
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
      {t.quantity}{' '}
      <input
        ref={field}
        id="quantity"
        type="text"
        inputMode="numeric"
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
