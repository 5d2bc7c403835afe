import { decimalsOf, type Separator } from './decimal-separator.ts'
import { DECIMAL } from './normalize-text.ts'

export interface NumberStyle {
  currency: string | null
  decimal: Separator | undefined
}

/** Currencies in which a shop may write three decimals after a point, as in a wholesale price of $1.125. */
const POINT_CURRENCIES = new Set(['CNY', 'GBP', 'HKD', 'USD'])
/** Currencies in which no shop writes decimals, and hardly a price is below a thousand. */
const LARGE_NUMBERS = new Set(
  'BIF CLP COP GNF IDR IQD IRR KHR KRW LAK LBP MGA MMK PYG RWF SYP TZS UGX UZS VND'.split(' '),
)

/**
 * A number as written on a page, as a decimal string; `undefined` if it is ambiguous.
 *
 * Three digits after a single separator are the trap: 1,299 and 1.299 are usually thousands, sometimes decimals. They are
 * thousands if the currency has no decimals, if the page's decimal separator is the other one, or after a comma if nothing
 * is known. On a page with decimal points a point is one, if the currency is of a country that writes such points. Anything
 * else is not read: a comma on a page with decimal commas, or a point if nothing is known.
 */
export function readAmount(written: string, { currency, decimal }: NumberStyle): string | undefined {
  const compact = written.replace(/[ ']/g, '')
  if (compact.includes(DECIMAL)) return readMarkedDecimals(compact, decimalsOf(currency))
  const separators = compact.match(/[.,]/g) ?? []
  const last = separators.at(-1) as Separator | undefined
  if (!last) return plausibleAmount(compact)
  const groups = compact.split(/[.,]/)
  const others = separators.slice(0, -1)
  if (others.some((each) => each !== others[0])) return undefined
  if (others.length && others[0] !== last)
    return areThousands(groups.slice(0, -1), others[0]) ? withDecimals(groups, currency) : undefined
  if (others.length) return areThousands(groups, last) ? plausibleAmount(groups.join('')) : undefined
  const [whole = '', rest = ''] = groups
  const decimals = decimalsOf(currency)
  // ",89 €" is less than one; ".5" may be a part of something else.
  if (!whole) return rest.length === (decimals || 2) ? withDecimals(['0', rest], currency) : undefined
  const couldBeGroup = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && compact === written
  if (!couldBeGroup) return withDecimals(groups, currency)
  if (decimals === 0 || LARGE_NUMBERS.has(currency ?? '')) return plausibleAmount(whole + rest)
  if (decimals === 3) return last === (decimal ?? '.') ? withDecimals(groups, currency) : undefined
  if (last !== (decimal ?? '.')) return plausibleAmount(whole + rest)
  return decimal === '.' && POINT_CURRENCIES.has(currency ?? '') ? withDecimals(groups, currency) : undefined
}

/**
 * "1.299" in structured data, where a separator should be the decimal point; `undefined` if the shop may have left in the
 * thousands separator of 1.299,00 €. No yen or won have decimals, but "140.000" yen may be 140.
 */
export function readMachineThousands(text: string, { currency, decimal }: NumberStyle): string | undefined {
  const decimals = decimalsOf(currency)
  if (LARGE_NUMBERS.has(currency ?? '')) return plausibleAmount(text.replace('.', ''))
  if (decimals === 3) return plausibleAmount(text)
  if (decimals === 0) return text.endsWith('000') ? undefined : plausibleAmount(text.replace('.', ''))
  const isPoint = decimal === '.' || (decimal === undefined && POINT_CURRENCIES.has(currency ?? ''))
  return isPoint ? plausibleAmount(text) : undefined
}

/** Above zero and below a billion, because other amounts are placeholders; rounded to four decimals. */
export function plausibleAmount(amount: string): string | undefined {
  const [whole = '', decimals = ''] = amount.split('.')
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(decimals)) return undefined
  // 19.989999771118164 comes from a shop that stores prices as floats.
  const rounded =
    decimals.length > 4
      ? Number(amount)
          .toFixed(4)
          .replace(/0{1,2}$/, '')
      : amount
  const trimmed = rounded.replace(/^0+(?=\d)/, '').replace(/\.$/, '')
  return /^\d{1,9}(?:\.|$)/.test(trimmed) && /[1-9]/.test(trimmed) ? trimmed : undefined
}

/** "1'299⎖00" */
function readMarkedDecimals(compact: string, decimals: number): string | undefined {
  const [whole = '', rest = '', ...others] = compact.split(DECIMAL)
  const groups = whole.split(/[.,]/)
  const separator = /[.,]/.exec(whole)?.[0]
  if (others.length || !whole || (separator && !areThousands(groups, separator))) return undefined
  // Shops in Iran write thousands with this separator, too.
  if (rest.length > 2 && rest.length !== decimals) return undefined
  return decimals === 0 && /[1-9]/.test(rest) ? undefined : plausibleAmount(`${groups.join('')}.${rest}`)
}

function withDecimals(groups: string[], currency: string | null): string | undefined {
  const decimals = groups.at(-1) ?? ''
  if (decimalsOf(currency) === 0 && /[1-9]/.test(decimals)) return undefined
  return plausibleAmount(`${groups.slice(0, -1).join('')}.${decimals}`)
}

/** 1,299,000 and India's 12,99,000. */
function areThousands([first = '', ...others]: string[], separator: string | undefined): boolean {
  const middle = others.slice(0, -1)
  if (!/^\d{1,3}$/.test(first) || others.some((group) => group.length < 2 || group.length > 3)) return false
  if (others.length && others.at(-1)?.length !== 3) return false
  const inHundreds = separator === ',' && first.length < 3 && middle.every(({ length }) => length === 2)
  return inHundreds || middle.every(({ length }) => length === 3)
}
