import { isMark, MARK } from './currency.ts'
import { DECIMAL, FRACTION } from './normalize-text.ts'

/** A number in a text, with the marks that make it money. */
export interface MarkedNumber {
  /** Digits with separators: "1.299,00"; empty if they are ambiguous. */
  written: string
  /** The currency marks before and after it. */
  marks: string[]
  /** On which side the marks are. */
  isMarked: { before: boolean; after: boolean }
  /** Whether it is the end of a range that the number before it begins. */
  endsRange: boolean
  /** Where it begins and ends in the text, marks included. */
  start: number
  end: number
}

interface Token {
  written: string
  start: number
  end: number
}

const GROUPED = String.raw`(?<![\d.,'⎖:])\d{1,3}(?: \d{3})+(?:[.,⎖:]\d+)?(?!\d)`
/** Not after a letter: "Rs.99" are 99. */
const ONLY_CENTS = String.raw`(?<![\d\p{L}.,/⎖])[.,]\d+`
const NUMBER = new RegExp(String.raw`${GROUPED}|${ONLY_CENTS}|\d+(?:[.,'⎖:]\d+)*`, 'gu')
/** "1.2万", "150rb" and "12 mil" are thousands, and rounded. */
const SCALES =
  'k|mil|mln|mio|mrd|tys|тыс|млн|rb|ribu|jt|juta|tr|triệu|nghìn|ngàn|lakhs?|lac|crores?|cr|bin|milyon|millions?|thousand|هزار|میلیون|ألف|مليون|พัน|หมื่น|แสน|ล้าน|हज़ार|लाख'
const SCALED = new RegExp(
  String.raw`^(?:m(?!\p{L})|\s?(?:[万萬億亿千百만천억]|(?:${SCALES})(?![\p{L}č])))`,
  'iu',
)
const AFTER_SCALE = /[万萬億亿千만천억] ?$/
const BEFORE = new RegExp(`(${MARK})[.:]{0,2} ?$`, 'u')
const AFTER = new RegExp(`^ ?(${MARK})\\.?`, 'u')
/** A mark after a space and directly before another number. */
const BETWEEN = new RegExp(`^ (?:${MARK})\\.?$`, 'u')
const MARKS = new RegExp(`(?:${MARK})\\.?`, 'gu')
const RANGE = /^(?:-|–|—|~|〜|至|to|bis|a|à|al|até|do|до|til|till|tot|έως|から)$/i
/** Longer than any mark. */
const LOOK_BACK = 24

/** All numbers of a normalized text except percentages and cents; `country` knows marks that are words elsewhere. */
export function numbersIn(text: string, country?: string): MarkedNumber[] {
  const all = [...text.matchAll(NUMBER)].map(({ 0: written, index }) => ({
    written,
    start: index,
    end: index + written.length,
  }))
  const tokens = joinCents(all, text)
  const gaps = [...tokens, undefined].map((token, at) => text.slice(tokens[at - 1]?.end ?? 0, token?.start))
  const befores = tokens.map((_, at) => marksBefore(gaps[at] ?? '', country))
  const afters = tokens.map((_, at) => marksAfter(gaps[at + 1] ?? '', country))
  return tokens.flatMap((token, at): MarkedNumber[] => {
    const [gap = '', next = ''] = [gaps[at], gaps[at + 1]]
    if (/%\s?$/.test(gap) || /^\s?[%¢٪]/.test(next)) return []
    const before = befores[at] ?? NONE
    // In "4.4 $39.99" the mark belongs to the second number, in "39,99 €39,99 €" to the first.
    const isOfNext = BETWEEN.test(next) && tokens[at + 1] !== undefined && !afters[at + 1]?.marks.length
    const after = isOfNext ? NONE : (afters[at] ?? NONE)
    const number = {
      start: token.start - before.length,
      end: token.end + after.length,
      marks: [...before.marks, ...after.marks],
      isMarked: { before: before.marks.length > 0, after: after.marks.length > 0 },
      endsRange: at > 0 && RANGE.test(gap.replace(MARKS, '').trim()),
    }
    const isClear =
      !isRunningInto(tokens[at - 1], token, text, after.marks.length === 0) &&
      !isRunningInto(token, tokens[at + 1], text, !afters[at + 1]?.marks.length) &&
      ![token.end, number.end].some((end) => SCALED.test(text.slice(end, end + LOOK_BACK))) &&
      !AFTER_SCALE.test(text.slice(0, token.start)) &&
      !/\d[/⁄]$/.test(text.slice(0, token.start)) &&
      text[token.end] !== FRACTION &&
      // "A39" and "size_39" are names.
      !(before.length === 0 && /(?:(?<!\p{L})\p{Lu}|_\w*)$/u.test(text.slice(0, token.start))) &&
      !(token.written.startsWith('.') && /\p{L} ?$/u.test(text.slice(0, token.start)))
    return [{ ...number, written: isClear ? separated(token.written) : '' }]
  })
}

/**
 * The numbers marked as money with the other ends of their ranges, or a bare number if it is alone. A number that may be
 * something else, such as the 20 in "$12 - 20 colours", makes the one beside it unreadable.
 */
export function moneyIn(numbers: MarkedNumber[], text: string, groupsWithSpaces: boolean): MarkedNumber[] {
  const rest = numbers.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  const isBare = numbers.every(({ marks }) => !marks.length) && /^[\s.,:*~–—-]*$/.test(rest)
  // "5-9" are sizes or pieces, "5.00-9.00" are prices.
  if (isBare)
    return numbers.length === 1 || numbers.every(({ written }) => /[.,]\d\d$/.test(written)) ? numbers : []
  const isMoney = ({ marks }: MarkedNumber) => marks.length > 0
  return numbers.flatMap((number, at): MarkedNumber[] => {
    const [before, after] = [numbers[at - 1], numbers[at + 1]]
    const follows = text.slice(number.end, number.end + LOOK_BACK)
    if (!isMoney(number)) {
      if (/^ ?[x×]/i.test(follows)) return []
      const isHighEnd = number.endsRange && before && isMoney(before)
      const isLowEnd = after?.endsRange && isMoney(after)
      if (!isHighEnd && !isLowEnd) return []
      const isSure = isHighEnd ? before.isMarked.before && !/^ ?\p{L}/u.test(follows) : after?.isMarked.after
      return [isSure ? number : { ...number, written: '' }]
    }
    const isUnclear =
      [before, after].some((other) => other && isOtherAmount(number, other, text)) ||
      (!groupsWithSpaces && isTwoNumbers(number, follows))
    return [isUnclear ? { ...number, written: '' } : number]
  })
}

/** "$89.00 64.50": an amount without a mark, with nothing but signs between. */
function isOtherAmount(number: MarkedNumber, other: MarkedNumber, text: string): boolean {
  const [first, second] = number.start < other.start ? [number, other] : [other, number]
  const gap = text.slice(first.end, second.start)
  const digits = ({ written }: MarkedNumber) => written.replace(/\D/g, '')
  return (
    other.marks.length === 0 &&
    !second.endsRange &&
    /^[^\p{L}\d()[\]]{1,3}$/u.test(gap) &&
    /[.,]\d\d$/.test(other.written) &&
    digits(other) !== digits(number)
  )
}

/** "$84 120 reviews" where nobody writes 84 120. */
function isTwoNumbers({ written, isMarked }: MarkedNumber, follows: string): boolean {
  return /^\d+ \d{3}$/.test(written) && !isMarked.after && /^ \p{L}/u.test(follows)
}

/** "12:50" is money beside a mark; a time has none. */
function separated(written: string): string {
  if (!written.includes(':')) return written
  return /^[\d ]+:\d\d$/.test(written) ? written.replace(':', DECIMAL) : ''
}

/** Joins "118, 99", "119. 95", "39 .99" and "35€99". */
function joinCents(tokens: Token[], text: string): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const gap = last && text.slice(last.end, token.start)
    const follows = text.slice(token.end, token.end + LOOK_BACK)
    const isEnd = /^ ?(?:$|[^\p{L}\d.,' ])/u.test(follows) || AFTER.test(follows)
    const isWhole = last !== undefined && isWholeNumber(last.written)
    if (isWhole && isEnd && /^[.,] $/.test(gap ?? '') && /^\d\d$/.test(token.written))
      joined[joined.length - 1] = {
        ...last,
        written: `${last.written}${gap?.[0]}${token.written}`,
        end: token.end,
      }
    else if (isWhole && isEnd && gap === ' . ' && /^\d\d$/.test(token.written))
      joined[joined.length - 1] = { ...last, written: `${last.written}.${token.written}`, end: token.end }
    else if (isWhole && isEnd && gap === ' ' && /^[.,]\d\d$/.test(token.written))
      joined[joined.length - 1] = { ...last, written: last.written + token.written, end: token.end }
    else joined.push(token)
  }
  return joined
}

/** Without decimals, as far as is known: "1.299" has none. */
function isWholeNumber(written: string): boolean {
  return !written.includes(DECIMAL) && !/[.,:]\d{1,2}$/.test(written)
}

/** Whether two numbers may be one: "39 99 €", or "35 €99". */
function isRunningInto(
  first: Token | undefined,
  second: Token | undefined,
  text: string,
  isUnmarked: boolean,
): boolean {
  if (!first || !second || !isWholeNumber(first.written)) return false
  const gap = text.slice(first.end, second.start)
  if (/^[ .,']*$/.test(gap)) return true
  const onlyMark = /^ ?\S+ ?$/.test(gap) && gap.replace(MARKS, '').trim() === ''
  return onlyMark && isUnmarked && /^\d\d$/.test(second.written)
}

interface Marks {
  marks: string[]
  /** In the text. */
  length: number
}
const NONE: Marks = { marks: [], length: 0 }

/** Up to two, as in "CAD$". */
function marksBefore(gap: string, country: string | undefined): Marks {
  const found: Marks = { marks: [], length: 0 }
  while (found.marks.length < 2) {
    const rest = gap.slice(0, gap.length - found.length).slice(-LOOK_BACK)
    const [whole = '', mark = ''] = BEFORE.exec(rest) ?? []
    if (!mark || !isMark(mark, { country, isBefore: true })) break
    found.marks.unshift(mark)
    found.length += whole.length
  }
  return found
}

/** Up to two, as in "39.99 $ CAD". */
function marksAfter(gap: string, country: string | undefined): Marks {
  const found: Marks = { marks: [], length: 0 }
  while (found.marks.length < 2) {
    const [whole = '', mark = ''] = AFTER.exec(gap.slice(found.length)) ?? []
    if (!mark || !isMark(mark, { country, isBefore: false })) break
    found.marks.push(mark)
    found.length += whole.length
  }
  return found
}
