import { countryOfHost, type Locality, localeOf } from './country.ts'

export type Separator = '.' | ','

/** Their countries write 1.299,00, whatever language a page is in. */
const WITH_COMMA = new Set(
  'ARS BGN BRL BYN CLP COP CZK DKK EUR HUF IDR NOK PLN RON RUB SEK TRY UAH UYU VND'.split(' '),
)

/**
 * What stands before the decimals on a page: what its country, its language and the currency agree upon, and `undefined`
 * where they do not.
 */
export function decimalSeparator(
  { host, language }: Locality,
  currency: string | null,
): Separator | undefined {
  const country = countryOfHost(host)
  const witnesses = new Set([
    country && separatorOf(localeOf(`und-${country}`)?.maximize()),
    separatorOf(withCountry(localeOf(language), country)),
    currency && WITH_COMMA.has(currency) ? ',' : undefined,
  ])
  witnesses.delete(undefined)
  const [first, ...others] = witnesses
  return others.length ? undefined : (first as Separator | undefined)
}

/** How many decimals a currency has; three in a few, none in the yen. */
export function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits ?? 2
}

/** Spanish writes 1,299.00 in Mexico and 1.299,00 in Spain. */
function withCountry(locale: Intl.Locale | undefined, country: string | undefined): Intl.Locale | undefined {
  if (!locale || locale.region || !country) return locale
  const spoken = localeOf(`und-${country}`)?.maximize().language
  return spoken === locale.language ? new Intl.Locale(`${locale.language}-${country}`) : locale
}

function separatorOf(locale: Intl.Locale | undefined): Separator | undefined {
  if (!locale) return undefined
  // A script in the tag makes some engines fall back to the language alone.
  const tag = locale.region ? `${locale.language}-${locale.region}` : locale.language
  const parts = new Intl.NumberFormat(tag).formatToParts(1.5)
  // The Arabic separator is read as a point.
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
}
