import { describe, expect, test } from 'vitest'
import { en, type Texts } from './en.ts'
import { pseudo } from './pseudo.ts'
import { zh } from './zh.ts'

const GIVEN = ['800×600 px', 'cdn.shop.example', 'image-search', 'crossborder']

/** Every text by its path; functions get arguments that can be recognised in the result. */
function sentences(texts: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) => {
      if (typeof value === 'object') return Object.entries(sentences(value, `${path}${key}.`))
      return [[path + key, typeof value === 'function' ? value(...GIVEN) : value]]
    }),
  )
}

describe('pseudo texts', () => {
  const own = sentences(en)
  const changed = sentences(pseudo(en))

  test('include every text', () => {
    expect(Object.keys(changed)).toEqual(Object.keys(own))
    expect(Object.keys(own).length).toBeGreaterThan(100)
  })

  test('are longer, bracketed, and without plain letters of their own', () => {
    const faults = Object.entries(own).filter(([key, text]) => {
      const there = changed[key] ?? ''
      const rest = GIVEN.reduce((left, each) => left.replaceAll(each, ''), there)
      return there.length < text.length * 1.1 || !/^\[.*·\]$/s.test(there) || /[a-z]/i.test(rest)
    })
    expect(faults).toEqual([])
  })
})

test('a text of several words becomes 40 % longer, with padding that can wrap', () => {
  const words = { retrying: 'Search similar ones' } as Texts
  expect(pseudo(words).retrying).toBe('[Šéàŕçĥ šíɱíĺàŕ óñéš ····· ···]')
})

test('arguments stay readable', () => {
  const { fromOriginal, sentPicture, allowHost, retryIn } = pseudo(en)
  expect(fromOriginal('800×600')).toContain(' 800×600 ')
  expect(sentPicture('800×600', '51.2')).toContain(' 800×600 ')
  expect(sentPicture('800×600', '51.2')).toContain(' 51.2 ķ')
  expect(allowHost('cdn.shop.example')).toMatch(/^\[Àĺĺóŵ cdn\.shop\.example ·+\]$/)
  expect(retryIn(12)).toContain(' 12 š')
})

test('so do arguments that occur twice, within another, or in a list', () => {
  const texts = {
    name: (a: string, b: string) => `${a} and ${b} and ${a}`,
    readingPicture: (list: { hosts: string[] }) => `at ${list.hosts.join(' or ')}`,
  } as unknown as Texts
  const { name, readingPicture } = pseudo(texts) as unknown as {
    name: (a: string, b: string) => string
    readingPicture: (list: { hosts: string[] }) => string
  }
  expect(name('shop', 'a shop')).toBe('[shop àñđ a shop àñđ shop ····]')
  expect(readingPicture({ hosts: ['a.example', 'b.example'] })).toMatch(
    /^\[àţ a\.example óŕ b\.example ·+\]$/,
  )
})

test('a text passed to another text is changed only once', () => {
  const texts = pseudo(en)
  expect(texts.fromOriginal(texts.confirmSend)).toBe(`[Óŕíĝíñàĺ ${texts.confirmSend} ····]`)
})

test('an empty text stays empty, and a number stays a number', () => {
  const texts = pseudo({ ...en, name: '', readingPicture: 7 } as unknown as Texts)
  expect(texts.name).toBe('')
  expect(texts.readingPicture).toBe(7)
})

test('the original texts are not modified', () => {
  const before = JSON.stringify(sentences(en))
  pseudo(en)
  pseudo(zh)
  expect(JSON.stringify(sentences(en))).toBe(before)
})
