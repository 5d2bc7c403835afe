import { countryOf, type Locality } from './country.ts'
import { BY_COUNTRY, LOCAL, UNAMBIGUOUS, VARIANTS } from './currency-marks.ts'

const KNOWN = new Set(Intl.supportedValuesOf('currency'))
/** Codes that are also words in front of numbers, with the country that means the currency. */
const WORDS: Record<string, string> = {
  ALL: 'AL',
  AMD: 'AM',
  BAM: 'BA',
  CUP: 'CU',
  GEL: 'GE',
  MOP: 'MO',
  PEN: 'PE',
  PHP: 'PH',
  SOS: 'SO',
  TOP: 'TO',
  TRY: 'TR',
}
/** Codes that shops write in small letters too, and that are no words. */
const SMALL =
  'usd|eur|gbp|cad|aud|nzd|jpy|cny|inr|brl|pln|czk|huf|ron|sek|nok|dkk|chf|rub|uah|bgn|rsd|mxn|zar|sgd|hkd|twd|aed|sar|qar|kwd|idr|myr|thb|vnd|krw|ils|egp|kzt'
const TITLE_CASE = `${SMALL}|php`.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
/** Codes of the past, and names that shops use as codes. */
const OTHER_CODES: Record<string, string> = { RMB: 'CNY', NTD: 'TWD', RUR: 'RUB', EURO: 'EUR', UKP: 'GBP' }
/** Small letters that are a currency only where the country writes them so: "5 ft" are feet. */
const SHORT = [
  'C$',
  'F CFA',
  'Bs',
  'BS',
  'Br',
  'Kr',
  'KR',
  'RS',
  'Rs',
  'rp',
  'RP',
  'tl',
  'Tl',
  'fr',
  'Dh',
  'DH',
]

const EXACT: Record<string, string> = Object.fromEntries(
  Object.entries(UNAMBIGUOUS).flatMap(([currency, marks]) =>
    marks.map((mark) => [mark.toLowerCase().replaceAll(' ', ''), currency]),
  ),
)

const LISTED = [
  ...Object.values(UNAMBIGUOUS).flat(),
  ...[BY_COUNTRY, LOCAL, VARIANTS].flatMap((each) => Object.keys(each)),
  ...SHORT,
  ...Object.keys(OTHER_CODES),
].sort((a, b) => b.length - a.length)
const startsWithLetter = (mark: string) => /^\p{L}/u.test(mark)
const endsWithLetter = (mark: string) => /\p{L}$/u.test(mark)
const anyOf = (marks: string[]) => marks.map(asPattern).join('|')
const [WORDLIKE, SIGNS] = [LISTED.filter(startsWithLetter), LISTED.filter((mark) => !startsWithLetter(mark))]

/**
 * A pattern for one currency mark, a code or a sign, the longest first; letters must not be part of a word. What is beside
 * it is asked once for many marks: `\p{L}` takes a browser milliseconds to compile, each time that it is in a pattern.
 */
export const MARK = [
  `(?<!\\p{L})(?:${[
    anyOf(WORDLIKE.filter((mark) => !endsWithLetter(mark))),
    `(?:${anyOf(WORDLIKE.filter(endsWithLetter))}|[A-Z]{3}|${SMALL}|${TITLE_CASE})(?!\\p{L})`,
    // "TT$", or a dollar that is not listed: never the page's own.
    '\\p{Lu}{1,3}\\$(?!\\p{L})',
  ].join('|')})`,
  `(?:${anyOf(SIGNS.filter(endsWithLetter))})(?!\\p{L})`,
  anyOf(SIGNS.filter((mark) => !endsWithLetter(mark))),
].join('|')

const WHOLE_MARK = new RegExp(`^(?:${MARK})\\.?$`, 'u')

/** The ISO code of a text that should be one, such as `usd` or `RMB`. */
export function currencyCode(text: unknown): string | null {
  const code = typeof text === 'string' ? text.trim().toUpperCase() : ''
  return OTHER_CODES[code] ?? (KNOWN.has(code) ? code : null)
}

/** Whether a match of `MARK` is a currency: `MAX` is not, "TOP 10" only in Tonga, and "5 L" only in Honduras. */
export function isMark(
  mark: string,
  { country, isBefore }: { country?: string | undefined; isBefore: boolean },
): boolean {
  const name = nameOf(mark)
  if (name in LOCAL) return LOCAL[name]?.[country ?? ''] !== undefined
  if (name in EXACT || name in BY_COUNTRY || name.endsWith('$')) return true
  return currencyCode(mark) !== null && (!isBefore || (WORDS[mark.toUpperCase()] ?? country) === country)
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
  const names = marks.map(nameOf)
  const codes = names.map(
    (name) => EXACT[name] ?? LOCAL[name]?.[countryOf(hint) ?? ''] ?? currencyCode(name.replace(/\$$/, '')),
  )
  const [exact, ...others] = new Set(codes.filter((code) => code !== null))
  if (others.length) return undefined
  const name = names.find((_, at) => !codes[at])
  if (!name) return { currency: exact ?? null }
  const shared = BY_COUNTRY[name]
  const possible = currenciesOf(name)
  if (exact) return possible.includes(exact) || !shared ? { currency: exact } : undefined
  if (!shared) return { currency: null }
  const { currency: stated } = hint
  if (stated && possible.includes(stated)) return { currency: stated }
  const currency = (!stated && shared[countryOf(hint) ?? '']) || shared['']
  if (currency) return { currency }
  return possible.length ? { currency: null, mark: SHOWN[name] ?? name } : { currency: null }
}

/** The currency that a page states in a field of its own: a code, or a mark such as "$". */
export function statedCurrency(text: string, hint: Locality): Currency {
  const currency = currencyCode(text)
  if (currency) return { currency }
  const isOneMark =
    WHOLE_MARK.test(text.trim()) && isMark(text.trim(), { country: countryOf(hint), isBefore: false })
  return (isOneMark && currencyOf([text.trim()], { ...hint, currency: null })) || { currency: null }
}

/** The currencies that a shared mark can mean. */
export function currenciesOf(mark: string): string[] {
  return Object.values(BY_COUNTRY[nameOf(mark)] ?? {})
}

const SHOWN: Record<string, string> = { rs: 'Rs', fcfa: 'FCFA', dh: 'DH', bs: 'Bs', br: 'Br' }

function nameOf(mark: string): string {
  const plain = mark.replaceAll(' ', '').replace(/\.$/, '')
  if (plain in LOCAL) return plain
  const name = plain.toLowerCase()
  return VARIANTS[name] ?? name
}

function asPattern(mark: string): string {
  const source = [...mark].map((letter) => letterPattern(letter, mark)).join('')
  return /^[A-Z]{2,}\\\$$|^[CR]\\\$$/.test(source)
    ? `${/^.\\\$/.test(source) ? '(?<!\\p{L} )' : ''}${source.replace('\\$', ' ?\\$')}`
    : source.replace(/^\\\$(?=\p{L})/u, '\\$ ?')
}

/** In any case, but for one or two Latin letters and those before a sign: "a $5 coupon" is not in Australian dollars. */
function letterPattern(letter: string, mark: string): string {
  const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()]
  const isExact = /^[A-Za-z]{1,2}$|[$¥£]/.test(mark) || small === capital || capital.length !== 1
  return isExact ? letter.replace(/[$./]/, '\\$&') : `[${small}${capital}]`
}
