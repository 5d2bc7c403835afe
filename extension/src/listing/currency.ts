import { countryOf, type Locality } from './country.ts'

const KNOWN = new Set(Intl.supportedValuesOf('currency'))
/** Codes that are also words in front of numbers. */
const WORDS = new Set(['ALL', 'BAM', 'CUP', 'MOP', 'SOS', 'TOP'])

/** Marks that mean one currency everywhere. */
const UNAMBIGUOUS = table(
  `US$ USD  CA$ CAD  C$ CAD  AU$ AUD  A$ AUD  NZ$ NZD  HK$ HKD  SG$ SGD  S$ SGD  NT$ TWD  MX$ MXN  Mex$ MXN  R$ BRL
   AR$ ARS  CLP$ CLP  COP$ COP  RD$ DOP  $U UYU  € EUR  £ GBP  ₹ INR  ₽ RUB  руб RUB  ₴ UAH  грн UAH  ₺ TRY  TL TRY
   ₩ KRW  ₫ VND  đ VND  ฿ THB  ₱ PHP  ₪ ILS  ₦ NGN  ₸ KZT  ৳ BDT  ₡ CRC  ₲ PYG  ₵ GHS  円 JPY  RMB CNY  CN¥ CNY  JP¥ JPY
   zł PLN  Kč CZK  Ft HUF  lei RON  Lei RON  лв BGN  Rp IDR  RM MYR  R ZAR  S/ PEN  Fr CHF  SFr CHF  KSh KES  Dhs AED
   د.إ AED  ر.س SAR  ج.م EGP  د.ك KWD`,
)

/** Marks that several countries use for their own currency. */
const BY_COUNTRY: Record<string, Record<string, string>> = {
  $: table(
    `US USD  PR USD  EC USD  SV USD  CA CAD  AU AUD  NZ NZD  SG SGD  HK HKD  TW TWD
     MX MXN  AR ARS  CL CLP  CO COP  UY UYU`,
  ),
  '¥': table('JP JPY  CN CNY'),
  元: table('CN CNY  TW TWD  HK HKD'),
  kr: table('SE SEK  DK DKK  NO NOK  IS ISK'),
  Rs: table('IN INR  PK PKR  LK LKR  NP NPR  MU MUR'),
}

const VARIANTS: Record<string, string> = { Kr: 'kr', KR: 'kr', RS: 'Rs', rs: 'Rs' }

/** A pattern for one currency mark, a code or a sign; letters must not be part of a word. */
export const MARK = [...Object.keys(UNAMBIGUOUS), ...Object.keys(BY_COUNTRY), ...Object.keys(VARIANTS)]
  .sort((a, b) => b.length - a.length)
  .map(asPattern)
  .concat('(?<!\\p{L})[A-Z]{3}(?!\\p{L})')
  .join('|')

/** The ISO code of a text that should be one, such as `usd` or `RMB`. */
export function currencyCode(text: unknown): string | null {
  const code = typeof text === 'string' ? text.trim().toUpperCase() : ''
  if (code === 'RMB') return 'CNY'
  return KNOWN.has(code) ? code : null
}

/** Whether a match of `MARK` is a currency: `MAX` is not. */
export function isMark(mark: string): boolean {
  return (
    mark !== '' && (!/^[A-Z]{3}$/.test(mark) || mark in UNAMBIGUOUS || (KNOWN.has(mark) && !WORDS.has(mark)))
  )
}

/** `currency` is `null` if it is unknown; `mark` is then the one that several currencies share, such as "$". */
export interface Currency {
  currency: string | null
  mark?: string
}

/**
 * The currency of the marks around one number; `undefined` if they contradict each other. "$", "¥", "kr" and "Rs" mean the
 * page's currency if that fits, or else the currency of its country.
 */
export function currencyOf(
  marks: string[],
  hint: Locality & { currency?: string | null },
): Currency | undefined {
  const names = marks.map((mark) => mark.replaceAll(' ', '')).map((mark) => VARIANTS[mark] ?? mark)
  const [exact, ...others] = new Set(names.flatMap((name) => UNAMBIGUOUS[name] ?? currencyCode(name) ?? []))
  if (others.length) return undefined
  const mark = names.find((name) => BY_COUNTRY[name] !== undefined)
  const shared = mark && BY_COUNTRY[mark]
  if (!shared) return { currency: exact ?? null }
  const possible = Object.values(shared)
  if (exact) return possible.includes(exact) ? { currency: exact } : undefined
  const currency = hint.currency ?? shared[countryOf(hint) ?? '']
  return currency && possible.includes(currency) ? { currency } : { currency: null, mark }
}

function asPattern(mark: string): string {
  const escaped = mark.replace(/[$./]/g, '\\$&').replace(/(?<=\p{L})\\\$/u, ' ?\\$')
  return `${/^\p{L}/u.test(mark) ? '(?<!\\p{L})' : ''}${escaped}${/\p{L}$/u.test(mark) ? '(?!\\p{L})' : ''}`
}

/** Pairs of a mark or country and its currency. */
function table(pairs: string): Record<string, string> {
  return Object.fromEntries(pairs.split(/\s{2,}/).map((pair) => pair.split(' ')))
}
