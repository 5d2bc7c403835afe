const MAX_DIGITS = 12
export const MAX_QUANTITY = 9_999_999

/**
 * A number as typed by a user, as a plain decimal string: `1,234.5`, `1.234,5`, `12,5`, `1 234`, `.5`. `undefined` for
 * anything else: a sign, a letter, an exponent, more than twelve digits before or after the point.
 */
export function readDecimal(text: string): string | undefined {
  const typed = normalize(text).trim()
  const mark = decimalSeparator(typed)
  const at = mark ? typed.lastIndexOf(mark) : typed.length
  const whole = ungrouped(typed.slice(0, at))?.replace(/^0+(?=\d)/, '')
  const decimals = typed.slice(at + 1)
  if (whole === undefined || whole + decimals === '' || !/^\d*$/.test(decimals)) return undefined
  if (whole.length > MAX_DIGITS || decimals.length > MAX_DIGITS) return undefined
  return decimals === '' ? whole : `${whole || '0'}.${decimals}`
}

/** Whole pieces, from 1. */
export function readQuantity(text: string): number | undefined {
  const quantity = Number(readDecimal(text))
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY ? quantity : undefined
}

/**
 * The decimal separator. A repeated separator groups digits, and of two kinds the last is decimal. A single one before
 * exactly three digits is ambiguous: a comma then groups, as in the interface's languages, unless the number begins with a
 * zero (`0,250`); a point is always decimal.
 */
function decimalSeparator(typed: string): string | undefined {
  const marks = typed.replace(/[^.,]/g, '')
  const last = marks.at(-1)
  if (last === undefined || marks.indexOf(last) < marks.length - 1) return undefined
  return marks === ',' && /^[1-9]\d{0,2},\d{3}$/.test(typed) ? undefined : last
}

/** The digits without separators between groups of three, or as in India of two before the last three. */
function ungrouped(whole: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole
  return /^\d{1,3}([., '])(?:\d{2,3}\1)*\d{3}$/.test(whole) ? whole.replace(/\D/g, '') : undefined
}

/** Chinese and Japanese keyboards type full-width digits and separators; spaces and apostrophes have many forms. */
function normalize(text: string): string {
  return text
    .replaceAll('\u3002', '.')
    .replace(/\s/g, ' ')
    .replaceAll('’', "'")
    .replace(/[\uff0c\uff0e\uff10-\uff19]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
}
