import { countryOfHost, type Locality, localeOf } from './country.ts'

export type Separator = '.' | ','

/** Currencies whose countries write 1.299,00, whatever the page's language. */
const COMMA_CURRENCIES = new Set(
  `ALL AMD AOA ARS AZN BAM BGN BOB BRL BYN CLP COP CRC CZK DKK DZD EUR GEL HUF IDR ISK KZT MAD MDL MKD MZN NOK PLN PYG RON
   RSD RUB SEK TND TRY UAH UYU UZS VES VND XAF XOF`.split(/\s+/),
)
/** Countries where shops write both 1,299.00 and 1.299,00, or 1 299,00. */
const MIXED_COUNTRIES = new Set('CH CR EC LI LU NA ZA'.split(' '))
/** Languages that are written both ways, by country. */
const MIXED_LANGUAGES = new Set(['ar'])

/** ISO 4217, unlike `Intl`, whose answer differs between browsers: some have no decimals for the rupee of Pakistan. */
const DECIMALS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((each) => [each, 0]),
  ...'BHD JOD KWD LYD OMR TND'.split(' ').map((each) => [each, 3]),
])

/**
 * The decimal separator of a page, from its country, its language and the currencies that its mark can mean; `undefined` if
 * they disagree.
 */
export function decimalSeparator(page: Locality, currencies: (string | null)[]): Separator | undefined {
  const isComma = (currency: string | null) => currency !== null && COMMA_CURRENCIES.has(currency)
  const candidates = new Set(habitsOf(page).decimals)
  if (currencies.length > 0 && currencies.every(isComma)) candidates.add(',')
  const [first, ...others] = candidates
  return others.length ? undefined : first
}

/** Whether a page may write 1 299; on others "1 299" may be two numbers. */
export function groupsWithSpaces(page: Locality): boolean {
  return habitsOf(page).groupsWithSpaces
}

/** The number of decimals of a currency: none in the yen, three in a few. */
export function decimalsOf(currency: string | null): number {
  return DECIMALS[currency ?? ''] ?? 2
}

interface Habits {
  decimals: Set<Separator>
  groupsWithSpaces: boolean
}

/** A page is read many times. */
const HABITS = new Map<string, Habits>()

function habitsOf({ host, language }: Locality): Habits {
  const key = `${host} ${language}`
  const known = HABITS.get(key)
  if (known) return known
  const country = countryOfHost(host)
  const ofCountry = country ? localeOf(`und-${country}`)?.maximize() : undefined
  const locales = [ofCountry, withCountry(localeOf(language), ofCountry)].filter((each) => each !== undefined)
  const parts = locales.filter((each) => !isMixed(each)).map(partsOf)
  const isMixedCountry = locales.some(({ region }) => region !== undefined && MIXED_COUNTRIES.has(region))
  const habits: Habits = {
    // The Arabic separator is none of the two; beside it shops write points.
    decimals: new Set(
      isMixedCountry ? ['.', ','] : parts.map(({ decimal }) => (decimal === ',' ? ',' : '.')),
    ),
    groupsWithSpaces:
      parts.length < locales.length || !parts.length || parts.some(({ group }) => /^\s?$/.test(group)),
  }
  HABITS.set(key, habits)
  return habits
}

/** Spanish is written 1,299.00 in Mexico and 1.299,00 in Spain. */
function withCountry(
  locale: Intl.Locale | undefined,
  ofCountry: Intl.Locale | undefined,
): Intl.Locale | undefined {
  const isSame = locale && !locale.region && ofCountry?.language === locale.language
  return isSame ? ofCountry : locale
}

function isMixed({ language, region }: Intl.Locale): boolean {
  return region ? MIXED_COUNTRIES.has(region) : MIXED_LANGUAGES.has(language)
}

function partsOf({ language, region }: Intl.Locale): { decimal: string; group: string } {
  // With a script in the tag some engines fall back to the language alone.
  const tag = region ? `${language}-${region}` : language
  const parts = new Intl.NumberFormat(tag).formatToParts(12_345.5)
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? ''
  return { decimal: part('decimal'), group: part('group') }
}
