import { isMark, MARK } from './currency.ts'

/** A number in a text, with what marks it as money. */
export interface MarkedNumber {
  written: string
  /** Before and after it. */
  marks: string[]
  /** Whether it ends a range that the number before begins. */
  linked: boolean
}

export const NUMBER = /(?<![\d.,])\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*/g
const BEFORE = new RegExp(`(${MARK})\\.? ?$`, 'u')
const AFTER = new RegExp(`^ ?(${MARK})`, 'u')
/** A mark after a space and right before another number. */
const BETWEEN = new RegExp(`^ (?:${MARK})\\d`, 'u')
const MARKS = new RegExp(`(?:${MARK})\\.?`, 'gu')
const RANGE = /^(?:-|–|—|~|〜|至|to|bis|a|à|al|até|do|до|til|till|tot)$/i

/** All numbers of a text in plain characters, but percentages and cents. */
export function numbersIn(text: string): MarkedNumber[] {
  let end = 0
  const found = [...text.matchAll(NUMBER)].flatMap((match) => {
    const [written] = match
    const before = text.slice(end, match.index)
    const linked = end > 0 && RANGE.test(before.replace(MARKS, '').trim())
    end = match.index + written.length
    const after = text.slice(end)
    if (/%\s?$/.test(before) || /^\s?[%¢]/.test(after)) return []
    const [, mark = ''] = AFTER.exec(after) ?? []
    return {
      written,
      linked,
      before: BEFORE.exec(before.slice(-10))?.[1] ?? '',
      after: mark,
      between: BETWEEN.test(after),
    }
  })
  return found.map(({ written, linked, before, after, between }, at) => {
    // In "4.4 $39.99" the mark belongs to the second number, in "39,99 €39,99 €" to the first.
    const isOfNext = between && !found[at + 1]?.after
    return { written, linked, marks: [before, isOfNext ? '' : after].filter(isMark) }
  })
}
