import { type Offer, SERVICES, type Service } from '@find-on-1688/shared'
import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Filters } from '../../model/preferences.ts'
import { badgesIn, servicesIn } from '../../pricing/filter-offers.ts'
import { readDecimal } from '../../pricing/read-decimal.ts'
import { whole } from '../format/text.ts'
import { plain } from '../offer/supplier.tsx'
import { SortField } from './sort-field.tsx'

interface Props {
  filters: Filters
  quantity: number
  /** All loaded offers. */
  offers: readonly Offer[]
  onChange(change: { [K in keyof Filters]: Filters[K] | undefined }): void
  onClose(): void
}

/** All filters. They hold for the loaded offers, and cost nothing. */
export function MoreFilters({ filters, quantity, offers, onChange, onClose }: Props) {
  const t = texts()
  const badges = badgesIn(offers)
  const services = servicesIn(offers)
  // The field shows what is ticked, and is left alone while one types in it.
  const [ticks, setTicks] = useState(0)
  const isUpToQuantity = filters.minOrder === quantity
  return (
    <fieldset
      class="more-filters"
      id="more-filters"
      aria-label={t.filters}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
        document.querySelector<HTMLElement>('.filters')?.focus()
      }}
    >
      <SortField />
      <Amount value={filters.priceMin} onChange={(priceMin) => onChange({ priceMin })} label={t.priceMin} />
      <Amount value={filters.priceMax} onChange={(priceMax) => onChange({ priceMax })} label={t.priceMax} />
      <Amount
        key={ticks}
        value={filters.minOrder === undefined ? undefined : String(filters.minOrder)}
        onChange={(text) => onChange({ minOrder: text === undefined ? undefined : Math.floor(Number(text)) })}
        label={t.minimumOrderMax}
      />
      <fieldset>
        <Choice
          name="up-to-quantity"
          label={t.minimumOrderUpTo(whole(quantity))}
          isChosen={isUpToQuantity}
          onChange={(on) => {
            setTicks(ticks + 1)
            onChange({ minOrder: on ? quantity : undefined })
          }}
        />
        <Choice
          name="verified"
          label={t.verified}
          count={offers.filter(({ supplier }) => supplier.verified === true).length}
          isChosen={filters.verified === true}
          onChange={(on) => onChange({ verified: on ? true : undefined })}
        />
        {badges.map(({ badge, count }) => (
          <Choice
            key={badge}
            name={badge}
            label={t.badges[badge] ?? plain(badge)}
            count={count}
            isChosen={filters.badges?.includes(badge) === true}
            onChange={(on) => onChange({ badges: changed(filters.badges, badge, on) })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t.servicesLabel}</legend>
        {SERVICES.map((service: Service) => (
          <Choice
            key={service}
            name={service}
            label={t.services[service]}
            count={services[service]}
            isChosen={filters.services?.includes(service) === true}
            onChange={(on) => onChange({ services: changed(filters.services, service, on) })}
          />
        ))}
      </fieldset>
      <p class="scope">{t.filtersScope}</p>
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
            services: undefined,
          })
        }
      >
        {t.clearFilters}
      </button>
    </fieldset>
  )
}

function Choice(props: {
  name: string
  label: string
  /** How many of the loaded offers say so. */
  count?: number
  isChosen: boolean
  onChange(isChosen: boolean): void
}) {
  const { name, label, count, isChosen, onChange } = props
  return (
    <label class="checkbox-label">
      <input
        type="checkbox"
        data-filter={name}
        checked={isChosen}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {label}
      {count !== undefined && <span class="count"> {count}</span>}
    </label>
  )
}

function changed<T>(chosen: T[] = [], item: T, isChosen: boolean): T[] | undefined {
  const next = isChosen ? [...chosen, item] : chosen.filter((each) => each !== item)
  return next.length > 0 ? next : undefined
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
