import { decimalsOf, type Separator } from './separator.ts'

/**
 * A number as a page writes it, as a decimal string, or `undefined` where it cannot be told what it says.
 *
 * Three digits after the only separator are the trap: 1,299 and 1.299 are mostly thousands, and sometimes decimals.
 * They are thousands where the currency has no decimals or the page's own decimal separator is the other one, and
 * after a comma where nothing is known. A point is a decimal point where the page writes points, because nobody there
 * groups with it. All else is not read: a comma on a page with decimal commas, and a point where nothing is known.
 */
export function readAmount(
  written: string,
  { currency, decimal }: { currency: string | null; decimal: Separator | undefined },
): string | undefined {
  const compact = written.replace(/[ '’]/g, '')
  const separators = compact.match(/[.,]/g) ?? []
  const last = separators.at(-1) as Separator | undefined
  if (!last) return plausible(compact)
  const groups = compact.split(/[.,]/)
  const others = separators.slice(0, -1)
  if (others.some((each) => each !== others[0])) return undefined
  if (others.length && others[0] !== last)
    return areGroups(groups.slice(0, -1)) ? withDecimals(groups) : undefined
  if (others.length) return areGroups(groups) ? plausible(groups.join('')) : undefined
  const [whole = '', rest = ''] = groups
  const couldBeGroup = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && compact === written
  if (!couldBeGroup) return withDecimals(groups)
  const decimals = currency ? decimalsOf(currency) : 2
  if (decimals === 0) return plausible(whole + rest)
  if (decimals === 3 && (last === '.' || last === decimal)) return withDecimals(groups)
  if (last !== (decimal ?? '.')) return plausible(whole + rest)
  return decimal === '.' ? withDecimals(groups) : undefined
}

/** Above zero and below a thousand millions: others are placeholders. At most four decimals. */
export function plausible(amount: string): string | undefined {
  const [whole = '', decimals = ''] = amount.split('.')
  const trimmed = whole.replace(/^0+(?=\d)/, '')
  if (!/^\d{1,9}$/.test(trimmed) || !/^\d*$/.test(decimals) || !/[1-9]/.test(amount)) return undefined
  // 19.989999771118164 comes from a shop that keeps prices as floats.
  if (decimals.length > 4)
    return Number(amount)
      .toFixed(4)
      .replace(/0{1,2}$/, '')
  return decimals ? `${trimmed}.${decimals}` : trimmed
}

function withDecimals(groups: string[]): string | undefined {
  return plausible(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`)
}

/** 1,299,000 and India's 12,99,000. */
function areGroups([first = '', ...others]: string[]): boolean {
  const last = others.at(-1)
  if (!/^\d{1,3}$/.test(first) || (last && last.length !== 3)) return false
  return others.slice(0, -1).every(({ length }) => length === 2 || length === 3)
}
