import { describe, expect, test } from 'vitest'
import { ratesFile } from '../testing/rates.ts'
import { readRates } from './read.ts'

const FILE = ratesFile()

test("the bank's file yields its day and its rates, digit for digit", () => {
  expect(readRates(FILE)).toEqual({
    date: '2026-11-20',
    rates: { USD: '1.0834', JPY: '168.20', CNY: '7.8512' },
  })
})

test('quotes and layout do not matter', () => {
  const compact = FILE.replaceAll("'", '"')
    .replaceAll(/[\t\n]/g, '')
    .replaceAll('"/>', '" />')
  expect(readRates(compact)).toEqual(readRates(FILE))
})

test.each<[string, string]>([
  ['nothing', ''],
  ['a page', '<!doctype html><html><body><Cube>Please log in</Cube></body></html>'],
  ['the file without its end', FILE.slice(0, FILE.indexOf('</gesmes'))],
  ['the file cut off between two rates', FILE.slice(0, FILE.indexOf("<Cube currency='CNY"))],
  ['two files', FILE + FILE],
  ['a file with something after it', `${FILE}<Cube/>`],
  ['a day without rates', ratesFile([])],
  [
    'several days',
    FILE.replace(
      '\t</Cube>\n</g',
      "<Cube time='2026-11-19'><Cube currency='USD' rate='1'/></Cube></Cube>\n</g",
    ),
  ],
  ['a currency twice', ratesFile([...Array(2)].map(() => ['USD', '1.08']))],
  ['a negative rate', ratesFile([['USD', '-1.08']])],
  ['a rate with an exponent', ratesFile([['USD', '1e3']])],
  ['a rate with a comma', ratesFile([['USD', '1,08']])],
  ['a rate given by an entity', ratesFile([['USD', '&rate;']])],
  ['a rate with a third attribute', FILE.replace("rate='1.0834'", "rate='1.0834' multiplier='100'")],
  ['something else among the rates', FILE.replace("<Cube currency='JPY'", "<Rate/><Cube currency='JPY'")],
  ['a comment among the rates', FILE.replace("<Cube currency='JPY'", "<!-- --><Cube currency='JPY'")],
  ['text among the rates', FILE.replace("<Cube currency='JPY'", "1.5 <Cube currency='JPY'")],
  [
    'a document type with entities',
    FILE.replace('<gesmes:Env', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><gesmes:Env'),
  ],
  ['an entity in the head', FILE.replace('European', '&a;')],
])('%s is refused', (_what, text) => {
  expect(readRates(text)).toBeUndefined()
})

describe('text made to take long', () => {
  test.each<[string, string]>([
    ['of spaces', `<Cube>${' '.repeat(65_000)}`],
    ['of beginnings', '<Cube>'.repeat(11_000)],
    ['of days', "<Cube><Cube time='2026-11-20'>".repeat(2200)],
    ['of rates', `<Cube><Cube time='2026-11-20'>${"<Cube currency='USD' rate='1'/>".repeat(2000)}`],
    ['of one endless rate', `<Cube><Cube time='2026-11-20'><Cube ${'/'.repeat(65_000)}`],
    ['of spaced rates', `<Cube><Cube time='2026-11-20'>${`<Cube a/>${' '.repeat(50)}`.repeat(1000)}`],
    ['of endings', FILE + '</Cube>\n</Cube>\n</gesmes:Envelope>\n'.repeat(1600)],
  ])('%s is refused at once', (_what, text) => {
    const startedAt = performance.now()
    for (let i = 0; i < 20; i++) expect(readRates(text)).toBeUndefined()
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})
