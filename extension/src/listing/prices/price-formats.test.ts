import { expect, test } from 'vitest'
import {
  PAGES,
  type Page,
  randomFrom,
  type Written,
  writtenByHand,
  writtenByIntl,
} from '../../testing/price-formats.ts'
import { readMachinePrice } from '../structured-data/machine-price.ts'
import { amountsIn, type PriceHint, readPrice } from './read-price.ts'

/** How much a page tells: all, its language, the language without its region, nothing, or wrongly that it is English. */
const HINTS: Record<string, (page: Page) => PriceHint> = {
  'host and language': ({ host, language }) => ({ host, language }),
  'language on .com': ({ language }) => ({ host: 'shop.com', language }),
  'language without region on .com': ({ language }) => ({ host: 'shop.com', language: language.slice(0, 2) }),
  nothing: () => ({}),
  'host, in English': ({ host }) => ({ host, language: 'en' }),
  'English on .com': () => ({ host: 'shop.com', language: 'en' }),
}

interface Counts {
  tried: number
  read: number
  wrong: string[]
}

function countsOf(
  write: (page: Page, random: () => number) => Iterable<Written>,
  hint: (page: Page) => PriceHint,
  isExpected: (page: Page, written: Written) => boolean = () => true,
): Counts {
  const counts: Counts = { tried: 0, read: 0, wrong: [] }
  for (const [at, page] of PAGES.entries())
    for (const written of write(page, randomFrom(at + 1))) {
      if (!isExpected(page, written)) continue
      const { text, value, currency } = written
      const price = readPrice(text, hint(page))
      counts.tried++
      if (!price) continue
      counts.read++
      const isRight =
        Number(price.amount) === value && price.to === null && [currency, null].includes(price.currency)
      if (!isRight)
        counts.wrong.push(`${page.language} “${text}”, ${value} ${currency}: ${JSON.stringify(price)}`)
    }
  return counts
}

/** "US$ 1.299" on a page that says it is English is a wholesale price with three decimals, whoever wrote it. */
function isEnglishMoney({ language }: Page, { currency }: Written): boolean {
  const usesPoint = new Intl.NumberFormat(language).format(1.5).includes('.')
  return usesPoint || !['USD', 'GBP'].includes(currency)
}

const inWords = (page: Page, random: () => number) => writtenByIntl(page, random, ['name'])
const inSigns = (page: Page, random: () => number) =>
  writtenByIntl(page, random, ['symbol', 'narrowSymbol', 'code'])

test.each(Object.entries(HINTS))(
  'an amount of any locale is read as it is, or not at all; hint: %s',
  (name, hint) => {
    const isExpected = name.includes('English on') ? isEnglishMoney : undefined
    const counts = [inSigns, inWords, writtenByHand].map((write) => countsOf(write, hint, isExpected))
    console.info(
      name,
      ...counts.map(({ tried, read, wrong }) => `${read} of ${tried} read, ${wrong.length} wrong;`),
    )
    expect(counts.flatMap(({ wrong }) => wrong)).toEqual([])
    const [signs, , hand] = counts
    for (const each of [signs, hand])
      expect(each && each.read / each.tried).toBeGreaterThan(name === 'nothing' ? 0.9 : 0.95)
  },
)

test('with all that a page tells nearly every price is read with its currency', () => {
  const { 'host and language': hint = () => ({}) } = HINTS
  for (const write of [inSigns, writtenByHand]) {
    const { tried, read } = countsOf(write, hint)
    expect(read / tried).toBeGreaterThan(0.99)
  }
  const own = PAGES.flatMap((page, at) =>
    [...writtenByHand(page, randomFrom(at + 1))].map((each) => ({ ...each, page })),
  )
  const known = own.filter(({ text, page, currency }) => readPrice(text, hint(page))?.currency === currency)
  expect(known.length / own.length).toBeGreaterThan(0.99)
})

test('a range of any locale is read from end to end, or not at all', () => {
  let read = 0
  const ranges = PAGES.flatMap(({ language, host, currency }, page) => {
    const random = randomFrom(page + 1)
    const format = new Intl.NumberFormat(language, { style: 'currency', currency })
    return Array.from({ length: 12 }, () => {
      const low = Math.ceil(10 ** (random() * 5))
      const high = low + Math.ceil(random() * low)
      const dash = ['-', ' - ', ' – ', '~'][Math.floor(random() * 4)] ?? '-'
      const texts = [format.formatRange(low, high), `${format.format(low)}${dash}${format.format(high)}`]
      return texts.map((text) => ({ text, low, high, price: readPrice(text, { language, host }) }))
    }).flat()
  })
  for (const { text, low, high, price } of ranges) {
    if (!price) continue
    read++
    expect([text, Number(price.amount), Number(price.to)]).toEqual([text, low, high])
  }
  expect(read / ranges.length).toBeGreaterThan(0.95)
})

const PIECES = [
  ...'0123456789'.repeat(3),
  ...".,'’ \u00a0\u202f:-–—/()[]+%¢*x×~٫٬،⎖⁄",
  ...'$€£¥₹₽₺₩₫฿',
  ...'⁰¹²³⁹½①٣۴९๔',
  ...'\u200f\u200b\ufeff\ud83d\udc00\0',
  'kr',
  'Rs.',
  'zł',
  'CAD',
  'US $',
  '円',
  '税込',
  'تومان',
  'for',
  ' / kg',
  'from ',
  'excl. VAT',
  'save ',
  'ab ',
  '万',
  'to',
  'bis',
]

test('any text is read without an error, as a plausible price or none', () => {
  const random = randomFrom(2026)
  const any = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  const text = () =>
    Array.from({ length: random() * 14 }, () =>
      random() < 0.9 ? any(PIECES) : String.fromCharCode(random() * 0x10000),
    ).join('')
  for (let at = 0; at < 6000; at++) {
    const page = any(PAGES)
    const written = text()
    for (const price of [
      readPrice(written, page),
      readMachinePrice(written, any(['', 'USD', '$', text()]), page),
    ]) {
      if (!price) continue
      expect(price.amount).toMatch(/^\d{1,9}(\.\d{1,4})?$/)
      expect(Number(price.amount)).toBeGreaterThan(0)
      if (price.to) expect(Number(price.to)).toBeGreaterThan(Number(price.amount))
      expect(price.currency ?? 'USD').toMatch(/^[A-Z]{3}$/)
      if (price.mark) expect(price.currency).toBeNull()
    }
    expect(amountsIn(written, page).every((amount) => amount === '' || Number(amount) > 0)).toBe(true)
  }
})

test.each(['1 ', '1,', '$', '€1', '(', '⁹', 'a ', 'from ', '1 Stück ', ' - 2', '12x '])(
  'a long run of “%s” is read',
  (piece) => {
    expect(() => readPrice(piece.repeat(4000), { host: 'shop.de', language: 'de' })).not.toThrow()
  },
)
