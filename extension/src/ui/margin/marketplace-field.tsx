import { useId } from 'preact/hooks'
import { locale, texts } from '../../i18n/index.ts'
import { marketplaceOf, OTHER_COUNTRY, rememberedMarketplaces } from '../../pricing/marketplace-of.ts'
import { MARKETPLACES } from '../../pricing/marketplaces.ts'
import { useApp } from '../state/app-context.tsx'

/** The country the user sells in. A choice is stored for the product, and for other listings whose shop gives no hint. */
export function MarketplaceField({ currency }: { currency: string }) {
  const t = texts()
  const { assumptions, setFigures, setLasting } = useApp()
  const id = useId()
  const names = new Intl.DisplayNames(locale(), { type: 'region' })
  const countries = Object.keys(MARKETPLACES)
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale()))
  const marketplace = marketplaceOf(assumptions, currency)
  const choose = (country: string) => {
    setFigures({ marketplace: country })
    setLasting({ marketplaces: rememberedMarketplaces(assumptions, currency, country) })
  }
  return (
    <div class="field">
      <label for={id}>{t.marketplace}</label>
      <select
        id={id}
        name="marketplace"
        value={marketplace?.country ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {!marketplace && <option value="">{t.chooseMarketplace}</option>}
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        <option value={OTHER_COUNTRY}>{t.otherMarketplace}</option>
      </select>
      {marketplace && <small>{from()}</small>}
    </div>
  )

  function from(): string {
    const reason = t.marketplaceFrom[marketplace?.from ?? 'chosen']
    return typeof reason === 'string' ? reason : reason(currency)
  }
}
