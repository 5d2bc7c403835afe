import { connectionCode } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { readArguments, type Settings } from './arguments.ts'

const WORKER = 'https://proxy.example'
const KEY = 'f1688_0123456789abcdef_key'
const FILES = ['--input', 'list.csv', '--out', 'found.xlsx']

function read(args: string[], secret: string | undefined = KEY): Settings {
  const settings = readArguments(args, { FIND_ON_1688: secret }, '/work')
  if (settings === 'help') throw new Error('help was not asked for')
  return settings
}

const readWith = (...args: string[]) => read([...FILES, '--worker', WORKER, ...args])

test('what is not said has a usual value, and paths start where the person is', () => {
  expect(readWith()).toEqual({
    input: '/work/list.csv',
    out: '/work/found.xlsx',
    format: 'xlsx',
    worker: WORKER,
    clientKey: KEY,
    column: null,
    sheet: null,
    pictures: null,
    candidates: 5,
    quantity: 1,
    currency: null,
    mode: 'same',
    budget: null,
    images: false,
    language: 'en',
    json: false,
  })
})

test('--help needs nothing else', () => {
  expect(readArguments(['--help'], {}, '/')).toBe('help')
})

test.each([
  ['no input', ['--out', 'a.csv'], /--input/],
  ['no output', ['--input', 'a.csv'], /--out/],
  ['an output of another kind', ['--input', 'a.csv', '--out', 'a.pdf'], /\.xlsx, \.csv or \.jsonl/],
  ['the input as output', ['--input', 'a.csv', '--out', './a.csv'], /overwrite/],
  ['an unknown option', [...FILES, '--fast'], /--fast/],
  ['an argument without an option', [...FILES, 'more.csv'], /more\.csv/],
  ['another mode', [...FILES, '--mode', 'equal'], /--mode is same or similar/],
  ['no candidates', [...FILES, '--candidates', '0'], /from 1 to 10/],
  ['half a piece', [...FILES, '--quantity', '1.5'], /--quantity/],
  ['a budget in words', [...FILES, '--budget', 'ten'], /--budget/],
  ['another language', [...FILES, '--language', 'de'], /--language/],
  ['a currency in words', [...FILES, '--currency', 'dollars'], /--currency/],
])('%s is refused', (_, args, sentence) => {
  expect(() => read([...args, '--worker', WORKER])).toThrow(sentence)
})

describe('the key', () => {
  const code = connectionCode({ address: WORKER, key: KEY })

  test('comes with its address in a connection code', () => {
    expect(read(FILES, code)).toMatchObject({ worker: WORKER, clientKey: KEY })
    expect(read([...FILES, '--worker', `${WORKER}/`], code)).toMatchObject({ worker: WORKER })
  })

  test('is never sent to another proxy than that of its code', () => {
    expect(() => read([...FILES, '--worker', 'https://other.example'], code)).toThrow(/another proxy/)
  })

  test('is missing, incomplete or no key', () => {
    expect(() => read([...FILES, '--worker', WORKER], '  ')).toThrow(/FIND_ON_1688/)
    expect(() => read(FILES, 'find1688:https://proxy.example#')).toThrow(/complete/)
    expect(() => read([...FILES, '--worker', WORKER], 'two words')).toThrow(/not a client key/)
  })

  test.each(['http://proxy.example', 'http://192.168.1.5:8787'])(
    'is not shown to the network: %s',
    (worker) => {
      expect(() => read([...FILES, '--worker', worker])).toThrow(/https/)
    },
  )

  test.each(['http://127.0.0.1:8787', 'http://localhost:8787', 'http://[::1]:8787'])(
    'may stay on this machine without https: %s',
    (worker) => {
      expect(read([...FILES, '--worker', worker]).worker).toBe(worker)
    },
  )

  test.each(['proxy', 'ftp://proxy.example', 'https://me@proxy.example', 'https://proxy.example/?a=1'])(
    '%s is no address of a proxy',
    (worker) => {
      expect(() => read([...FILES, '--worker', worker])).toThrow(/--worker/)
    },
  )
})
