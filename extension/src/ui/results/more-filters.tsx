import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Filters } from '../../model/preferences.ts'
import { readDecimal } from '../../pricing/read-decimal.ts'
import { plain } from '../offer/supplier.tsx'

export interface BadgeCount {
  badge: string
  count: number
}

interface Props {
  filters: Filters
  /** The badges of all loaded offers. */
  badges: BadgeCount[]
  onChange(change: { [K in keyof Filters]: Filters[K] | undefined }): void
}

/** All filters that are not in the toolbar. */
export function MoreFilters({ filters, badges, onChange }: Props) {
  const t = texts()
  const searchField = useRef<HTMLInputElement>(null)
  // Also what the shortcut `/` relies on.
  useEffect(() => searchField.current?.focus(), [])
  const selected = filters.badges ?? []
  const toggle = (badge: string) => {
    const next = selected.includes(badge) ? selected.filter((each) => each !== badge) : [...selected, badge]
    onChange({ badges: next.length > 0 ? next : undefined })
  }
  return (
    <div class="more-filters" id="more-filters">
      <label class="words">
        {t.keywords}{' '}
        <input
          id="words"
          ref={searchField}
          type="search"
          value={filters.words ?? ''}
          placeholder={t.keywordsHint}
          onInput={({ currentTarget }) => onChange({ words: currentTarget.value || undefined })}
        />
      </label>
      <Amount value={filters.priceMin} onChange={(priceMin) => onChange({ priceMin })} label={t.priceMin} />
      <Amount value={filters.priceMax} onChange={(priceMax) => onChange({ priceMax })} label={t.priceMax} />
      <Amount
        value={filters.minOrder === undefined ? undefined : String(filters.minOrder)}
        onChange={(text) => onChange({ minOrder: text === undefined ? undefined : Math.floor(Number(text)) })}
        label={t.minimumOrderMax}
      />
      {badges.length > 0 && (
        <fieldset>
          <legend>{t.badgesLabel}</legend>
          {badges.map(({ badge, count }) => (
            <label key={badge} class="checkbox-label">
              <input type="checkbox" checked={selected.includes(badge)} onChange={() => toggle(badge)} />
              {t.badges[badge] ?? plain(badge)} <span class="count">{count}</span>
            </label>
          ))}
        </fieldset>
      )}
      <button
        type="button"
        class="link clear"
        onClick={() =>
          onChange({
            words: undefined,
            priceMin: undefined,
            priceMax: undefined,
            minOrder: undefined,
            verified: undefined,
            badges: undefined,
          })
        }
      >
        {t.clearFilters}
      </button>
    </div>
  )
}

function Amount(props: {
  value: string | undefined
  label: string
  onChange: (amount: string | undefined) => void
}) {
  return (
    <label>
      {props.label}{' '}
      <input
        class="amount"
        type="text"
        inputMode="decimal"
        defaultValue={props.value ?? ''}
        onInput={({ currentTarget }) => {
          const text = currentTarget.value.trim()
          const amount = readDecimal(text)
          currentTarget.setAttribute('aria-invalid', String(text !== '' && amount === undefined))
          if (text === '') props.onChange(undefined)
          else if (amount !== undefined) props.onChange(amount)
        }}
      />
    </label>
  )
}
