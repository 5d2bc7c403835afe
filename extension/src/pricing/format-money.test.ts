import { describe, expect, test } from 'vitest'
import { formatMoney, roundForDisplay } from './format-money.ts'

describe('an amount is rounded', () => {
  test.each([
    // Half up, where a float would show 1.00 for 1.005 and 2.67 for 2.675.
    ['1.005', 'USD', '1.01'],
    ['2.675', 'USD', '2.68'],
    ['2.665', 'USD', '2.67'],
    ['2.6749999', 'USD', '2.67'],
    ['2.61', 'USD', '2.61'],
    ['2', 'USD', '2.00'],
    ['0.995', 'USD', '1.00'],
    ['-1.005', 'USD', '-1.01'],
    ['1860.5', 'JPY', '1861'],
    ['1860.49', 'JPY', '1860'],
    ['1.0005', 'KWD', '1.001'],
    ['123456789012345678.994', 'USD', '123456789012345678.99'],
  ])('%s %s to %s', (amount, currency, shown) => {
    expect(roundForDisplay(amount, currency)).toBe(shown)
  })
})

describe('a small amount keeps two significant digits', () => {
  test.each([
    ['0.085', 'CNY', '0.085'],
    ['0.0123', 'USD', '0.012'],
    ['0.0049', 'USD', '0.0049'],
    ['0.000456', 'USD', '0.00046'],
    ['-0.001', 'USD', '-0.001'],
    ['0.05', 'USD', '0.05'],
    ['0.1', 'USD', '0.10'],
    ['0.0999', 'USD', '0.10'],
    ['0.35', 'JPY', '0.35'],
    ['7', 'JPY', '7'],
    ['0', 'USD', '0.00'],
    ['0.000', 'JPY', '0'],
  ])('%s %s as %s', (amount, currency, shown) => {
    expect(roundForDisplay(amount, currency)).toBe(shown)
  })

  test('and only zero is shown as zero', () => {
    for (let exponent = 0; exponent < 20; exponent++)
      for (const digit of ['1', '4', '5', '9'])
        expect(roundForDisplay(`0.${'0'.repeat(exponent)}${digit}`, 'JPY')).toMatch(/[1-9]/)
  })
})

describe('money is formatted for a locale', () => {
  test.each([
    ['2.61', 'USD', 'en', '$2.61'],
    ['2.61', 'USD', 'zh-CN', 'US$2.61'],
    ['2.61', 'CAD', 'en', 'CA$2.61'],
    ['1234.5', 'GBP', 'en', '£1,234.50'],
    ['1234.5', 'EUR', 'de', '1.234,50\u00a0€'],
    ['-2.61', 'USD', 'en', '-$2.61'],
    ['12345678901234567890.12', 'USD', 'en', '$12,345,678,901,234,567,890.12'],
    ['0.0049', 'USD', 'en', '$0.0049'],
  ])('%s %s in %s: %s', (amount, currency, locale, text) => {
    expect(formatMoney(amount, currency, locale)).toBe(text)
  })

  test.each(['en', 'zh-CN'])('yuan and yen are distinct in %s', (locale) => {
    expect(formatMoney('18.6', 'CNY', locale)).toBe('¥18.60')
    expect(formatMoney('1860', 'JPY', locale)).toBe('JP¥1,860')
  })

  test.each(['USDT', 'rs.', ''])('an unknown currency name is accepted: %j', (currency) => {
    expect(formatMoney('1234.5', currency, 'en')).toBe(`1,234.50 ${currency}`.trim())
  })
})
