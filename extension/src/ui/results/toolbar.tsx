import { useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { type Filters, SORTS, type Sort } from '../../model/preferences.ts'
import { MAX_QUANTITY, readQuantity } from '../../pricing/read-decimal.ts'
import { lazy } from '../components/lazy.tsx'
import { whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import type { BadgeCount } from './more-filters.tsx'

const MoreFilters = lazy(async () => (await import('./more-filters.tsx')).MoreFilters)

/** Order, the two filters that are used most, all the others, and the quantity that reprices everything. */
export function Toolbar({ badges }: { badges: BadgeCount[] }) {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const { filters, sort, quantity } = preferences
  const [open, setOpen] = useState(false)
  const set = (change: { [K in keyof Filters]: Filters[K] | undefined }) =>
    setPreferences({ filters: cleaned({ ...filters, ...change }) })
  const withinQuantity = filters.minOrder === quantity
  const others = Object.keys(filters).length - Number(filters.verified === true) - Number(withinQuantity)
  return (
    <div class="toolbar">
      <div class="chips">
        <select
          class={sort === 'relevance' ? 'chip' : 'chip active'}
          aria-label={t.sortBy}
          value={sort}
          onChange={({ currentTarget }) => setPreferences({ sort: currentTarget.value as Sort })}
        >
          {SORTS.map((each) => (
            <option key={each} value={each}>
              {t.sortOptions[each]}
            </option>
          ))}
        </select>
        <Chip
          on={filters.verified === true}
          label={t.verified}
          onClick={() => set({ verified: filters.verified ? undefined : true })}
        />
        <Chip
          on={withinQuantity}
          label={t.minimumOrderUpTo(whole(quantity))}
          onClick={() => set({ minOrder: withinQuantity ? undefined : quantity })}
        />
        <button
          type="button"
          class={others > 0 ? 'chip active filters' : 'chip filters'}
          aria-expanded={open}
          aria-controls="more-filters"
          onClick={() => setOpen(!open)}
        >
          {others > 0 ? t.moreFilters(others) : t.filters}
        </button>
      </div>
      <Quantity
        quantity={quantity}
        onChange={(next) =>
          setPreferences({
            quantity: next,
            // The filter means "what I can order", so it goes along.
            ...(withinQuantity && { filters: { ...filters, minOrder: next } }),
          })
        }
      />
      {open && <MoreFilters filters={filters} badges={badges} onChange={set} />}
    </div>
  )
}

function Chip({ on, label, onClick }: { on: boolean; label: string; onClick: () => void }) {
  return (
    <button type="button" class={on ? 'chip active' : 'chip'} aria-pressed={on} onClick={onClick}>
      {label}
    </button>
  )
}

/** What is typed counts at once where it is a number of pieces, and is put right when the field is left. */
function Quantity({ quantity, onChange }: { quantity: number; onChange: (quantity: number) => void }) {
  const t = texts()
  const [typed, setTyped] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const isWrong = typed !== undefined && readQuantity(typed) === undefined
  return (
    <label class="quantity">
      {t.quantity}{' '}
      <input
        ref={field}
        id="quantity"
        type="text"
        inputMode="numeric"
        value={typed ?? String(quantity)}
        aria-invalid={isWrong}
        data-tooltip={isWrong ? t.quantityInvalid(whole(MAX_QUANTITY)) : undefined}
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

function cleaned(filters: { [K in keyof Filters]: Filters[K] | undefined }): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Filters
}
