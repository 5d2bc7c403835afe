import { countryOfHost, type Locality, localeOf } from './country.ts'

export type Separator = '.' | ','

/** Currencies whose countries write 1.299,00, whatever the page's language. */
const COMMA_CURRENCIES = new Set(
  'ARS BGN BRL BYN CLP COP CZK DKK EUR HUF IDR NOK PLN RON RUB SEK TRY UAH UYU VND'.split(' '),
)

/** The decimal separator of a page, from its country, its language and the currency; `undefined` if they disagree. */
export function decimalSeparator(
  { host, language }: Locality,
  currency: string | null,
): Separator | undefined {
  const country = countryOfHost(host)
  const candidates = new Set([
    country && separatorOf(localeOf(`und-${country}`)?.maximize()),
    separatorOf(withCountry(localeOf(language), country)),
    currency && COMMA_CURRENCIES.has(currency) ? ',' : undefined,
  ])
  candidates.delete(undefined)
  const [first, ...others] = candidates
  return others.length ? undefined : (first as Separator | undefined)
}

/** The number of decimals of a currency: none in the yen, three in a few. */
export function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits ?? 2
}

/** Spanish is written 1,299.00 in Mexico and 1.299,00 in Spain. */
function withCountry(locale: Intl.Locale | undefined, country: string | undefined): Intl.Locale | undefined {
  if (!locale || locale.region || !country) return locale
  const mainLanguage = localeOf(`und-${country}`)?.maximize().language
  return mainLanguage === locale.language ? new Intl.Locale(`${locale.language}-${country}`) : locale
}

function separatorOf(locale: Intl.Locale | undefined): Separator | undefined {
  if (!locale) return undefined
  // With a script in the tag some engines fall back to the language alone.
  const tag = locale.region ? `${locale.language}-${locale.region}` : locale.language
  const parts = new Intl.NumberFormat(tag).formatToParts(1.5)
  // The Arabic separator is read as a point.
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
}
