import { countryOfHost } from '../listing/prices/country.ts'
import type { Assumptions } from '../model/assumptions.ts'
import { MARKETPLACES } from './marketplaces.ts'

/** Any other country, whose rates the user enters. */
export const OTHER_COUNTRY = 'ZZ'

/** Shops on generic domains that sell in one country. */
const SHOPS: Record<string, string> = {
  'amazon.com': 'US',
  'bestbuy.com': 'US',
  'ebay.com': 'US',
  'homedepot.com': 'US',
  'target.com': 'US',
  'walmart.com': 'US',
}

/** ISO 3166, and where it is from. */
export interface ChosenMarketplace {
  country: string
  from: 'chosen' | 'shop' | 'remembered' | 'currency'
}

/**
 * The country that is sold to: as chosen for the product, as the shop's domain says, as chosen before for listings in this
 * currency, or the one country that has it. The euro has many, so it tells nothing.
 */
export function marketplaceOf(
  { marketplace, shop, marketplaces }: Pick<Assumptions, 'marketplace' | 'shop' | 'marketplaces'>,
  currency: string,
): ChosenMarketplace | null {
  if (marketplace) return { country: marketplace, from: 'chosen' }
  const ofShop = countryOfShop(shop)
  if (ofShop) return { country: ofShop, from: 'shop' }
  const remembered = marketplaces?.[currency]
  if (remembered) return { country: remembered, from: 'remembered' }
  const [country, ...others] = Object.keys(MARKETPLACES).filter(
    (code) => MARKETPLACES[code]?.currency === currency,
  )
  return country && others.length === 0 ? { country, from: 'currency' } : null
}

/**
 * The countries to remember, by currency, once the user has chosen one. A choice against what a shop's domain says is about
 * that product alone.
 */
export function rememberedMarketplaces(
  { shop, marketplaces }: Pick<Assumptions, 'shop' | 'marketplaces'>,
  currency: string,
  country: string,
): Record<string, string> {
  return countryOfShop(shop) ? { ...marketplaces } : { ...marketplaces, [currency]: country }
}

function countryOfShop(host: string | null | undefined): string | undefined {
  const country = SHOPS[(host ?? '').toLowerCase().replace(/^www\./, '')] ?? countryOfHost(host ?? '')
  return country && (country in MARKETPLACES ? country : OTHER_COUNTRY)
}
