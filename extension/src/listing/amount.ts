import { decimalsOf, type Separator } from './decimal-separator.ts'

/**
 * A number as written on a page, as a decimal string; `undefined` if it is ambiguous.
 *
 * Three digits after a single separator are the trap: 1,299 and 1.299 are usually thousands, sometimes decimals. They are
 * thousands if the currency has no decimals, if the page's decimal separator is the other one, or after a comma if nothing
 * is known. On a page with decimal points a point is one, which is never used to group digits there. Anything else is not
 * read: a comma on a page with decimal commas, or a point if nothing is known.
 */
export function readAmount(
  written: string,
  { currency, decimal }: { currency: string | null; decimal: Separator | undefined },
): string | undefined {
  const compact = written.replace(/[ '’]/g, '')
  const separators = compact.match(/[.,]/g) ?? []
  const last = separators.at(-1) as Separator | undefined
  if (!last) return plausibleAmount(compact)
  const groups = compact.split(/[.,]/)
  const others = separators.slice(0, -1)
  if (others.some((each) => each !== others[0])) return undefined
  if (others.length && others[0] !== last)
    return areThousands(groups.slice(0, -1)) ? withDecimals(groups) : undefined
  if (others.length) return areThousands(groups) ? plausibleAmount(groups.join('')) : undefined
  const [whole = '', rest = ''] = groups
  const couldBeGroup = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && compact === written
  if (!couldBeGroup) return withDecimals(groups)
  const decimals = currency ? decimalsOf(currency) : 2
  if (decimals === 0) return plausibleAmount(whole + rest)
  if (decimals === 3 && (last === '.' || last === decimal)) return withDecimals(groups)
  if (last !== (decimal ?? '.')) return plausibleAmount(whole + rest)
  return decimal === '.' ? withDecimals(groups) : undefined
}

/** Above zero and below a billion, because other amounts are placeholders; rounded to four decimals. */
export function plausibleAmount(amount: string): string | undefined {
  const [whole = '', decimals = ''] = amount.split('.')
  const trimmed = whole.replace(/^0+(?=\d)/, '')
  if (!/^\d{1,9}$/.test(trimmed) || !/^\d*$/.test(decimals) || !/[1-9]/.test(amount)) return undefined
  // 19.989999771118164 comes from a shop that stores prices as floats.
  if (decimals.length > 4)
    return Number(amount)
      .toFixed(4)
      .replace(/0{1,2}$/, '')
  return decimals ? `${trimmed}.${decimals}` : trimmed
}

function withDecimals(groups: string[]): string | undefined {
  return plausibleAmount(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`)
}

/** 1,299,000 and India's 12,99,000. */
function areThousands([first = '', ...others]: string[]): boolean {
  const last = others.at(-1)
  if (!/^\d{1,3}$/.test(first) || (last && last.length !== 3)) return false
  return others.slice(0, -1).every(({ length }) => length === 2 || length === 3)
}
