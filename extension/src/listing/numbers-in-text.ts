import { isMark, MARK } from './currency.ts'

/** A number in a text, with the marks that make it money. */
export interface MarkedNumber {
  written: string
  /** The currency marks before and after it. */
  marks: string[]
  /** Whether it is the end of a range that the number before it begins. */
  endsRange: boolean
}

/** The zeros of the scripts whose digits shops use: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]
export const NUMBER = /(?<![\d.,])\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*/g
const BEFORE = new RegExp(`(${MARK})\\.? ?$`, 'u')
const AFTER = new RegExp(`^ ?(${MARK})`, 'u')
/** A mark after a space and directly before another number. */
const BETWEEN = new RegExp(`^ (?:${MARK})\\d`, 'u')
const MARKS = new RegExp(`(?:${MARK})\\.?`, 'gu')
const RANGE = /^(?:-|–|—|~|〜|至|to|bis|a|à|al|até|do|до|til|till|tot)$/i

/** All numbers of a normalized text except percentages and cents. */
export function numbersIn(text: string): MarkedNumber[] {
  let end = 0
  const found = [...text.matchAll(NUMBER)].flatMap((match) => {
    const [written] = match
    const before = text.slice(end, match.index)
    const endsRange = end > 0 && RANGE.test(before.replace(MARKS, '').trim())
    end = match.index + written.length
    const after = text.slice(end)
    if (/%\s?$/.test(before) || /^\s?[%¢]/.test(after)) return []
    const [, mark = ''] = AFTER.exec(after) ?? []
    return {
      written,
      endsRange,
      before: BEFORE.exec(before.slice(-10))?.[1] ?? '',
      after: mark,
      between: BETWEEN.test(after),
    }
  })
  return found.map(({ written, endsRange, before, after, between }, at) => {
    // In "4.4 $39.99" the mark belongs to the second number, in "39,99 €39,99 €" to the first.
    const isOfNext = between && !found[at + 1]?.after
    return { written, endsRange, marks: [before, isOfNext ? '' : after].filter(isMark) }
  })
}

/** With ASCII digits, plain spaces and points, and without direction marks. */
export function normalizeDigits(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/\p{Nd}/gu, (digit) => {
        const code = digit.codePointAt(0) ?? 0
        const zero = ZEROS.find((each) => code >= each && code <= each + 9)
        return zero === undefined ? digit : String(code - zero)
      })
      .replace(/(?<=\d)٬(?=\d)/g, '')
      .replace(/(?<=\d)٫(?=\d)/g, '.')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      // "499,-" and "499:-" are whole amounts.
      .replace(/(?<=\d)[,.:] ?[-–—]+(?! ?\d)/g, '')
  )
}
