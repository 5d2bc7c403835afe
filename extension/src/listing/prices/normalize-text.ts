/** The decimal separator that is nothing else: Arabic, or of cents that are set higher. */
export const DECIMAL = '⎖'
/** Stands where a fraction was, so that a number beside it is not read. */
export const FRACTION = '⁄'

const RAISED = /\s?[⁰¹²³⁴-⁹₀-₉]+/gu
const HAS_DECIMALS = /[.,٫]\p{Nd}{1,2}\s?\p{L}*\p{Sc}?$/u

/**
 * A text with ASCII digits, plain spaces, points and apostrophes, and without direction marks. Unicode's own normalization
 * would make 3999 of 39⁹⁹, and 139 of ①39.
 */
export function normalizeText(text: string): string {
  return (
    text
      .replace(RAISED, raisedDigits)
      .replace(/[\p{No}\p{Nl}\p{So}]/gu, withoutDigits)
      .replace(/(?<=\p{Nd})\p{Cf}+(?=\p{Nd})|\u200b/gu, ' ')
      .replace(/\p{Cf}/gu, '')
      .normalize('NFKC')
      .replace(/\p{Nd}/gu, asciiDigit)
      .replace(/\s+/g, ' ')
      .replace(/[’‘ʼʻ´`′]/g, "'")
      .replace(/[״”“]/g, '"')
      .replace(/׳/g, "'")
      .replace(/[‐‑‒―]/g, '–')
      .replace(/(?<=\d)٬(?=\d)/g, "'")
      .replace(/(?<=\d)،(?=\d)/g, ',')
      .replace(/(?<=\d)٫(?=\d)/g, DECIMAL)
      // "12'99" and "12·99" are 12.99; groups have three digits.
      .replace(/(?<=\d)['·∙‧](?=\d\d(?!\d))/g, DECIMAL)
      // "35€99"
      .replace(/(?<![.,⎖]\d{1,2})(?<=\d)€(\d\d)(?![\d.,]| ?[%€\p{L}])/gu, `${DECIMAL}$1€`)
      // "499,-" and "499:-" are whole amounts.
      .replace(/(?<=\d) ?[,.:] ?[-–—]+(?! ?\d)/g, '')
  )
}

/** Two raised digits after a whole number are cents, others are a note; what might be either is not read. */
function raisedDigits(run: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 20), at)
  const digits = run.trim().normalize('NFKC')
  if (/\p{Nd}[.,]$/u.test(before)) return digits
  const isAfterNumber = /\p{Nd}$/u.test(before)
  if (HAS_DECIMALS.test(before)) return ''
  if (isAfterNumber) return digits.length === 2 ? DECIMAL + digits : FRACTION
  return digits.length === 2 && /\p{Nd}\s?(?:\p{Sc}|\p{L}{2,3})$/u.test(before) ? digits : ''
}

function withoutDigits(sign: string): string {
  const plain = sign.normalize('NFKC')
  return plain.includes(FRACTION) ? FRACTION : /\d/.test(plain) ? ' ' : sign
}

/** The digits of a script follow each other, zero first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}
