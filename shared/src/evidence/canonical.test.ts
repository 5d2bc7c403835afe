import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

test('the example of RFC 8785, section 3.2, comes out byte for byte', () => {
  const text = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`
  const bytes = `
    7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
    75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
    5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
    65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
    5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
    30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d`
  expect(Buffer.from(canonicalJson(JSON.parse(text))).toString('hex')).toBe(bytes.replace(/\s/g, ''))
})

test('names are sorted by their UTF-16 code units: RFC 8785, section 3.2.3', () => {
  const names = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  expect(Object.values(names).toSorted((a, b) => place(names, a) - place(names, b))).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ])
})

function place(names: object, word: string): number {
  return canonicalJson(names).indexOf(word)
}

test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
])('the number %s is written %s: RFC 8785, appendix B', (bits, text) => {
  expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
})

describe('what JSON cannot contain is refused:', () => {
  test.each<[string, unknown]>([
    ['NaN (appendix B)', Buffer.from('7fffffffffffffff', 'hex').readDoubleBE()],
    ['infinity (appendix B)', Buffer.from('7ff0000000000000', 'hex').readDoubleBE()],
    ['minus infinity', -Infinity],
    ['half a surrogate pair (section 3.2.2.2)', '\udead'],
    ['half a pair in a name', { '\ud83d': 1 }],
    ['a pair the wrong way round', '\ude00\ud83d'],
    ['nothing', undefined],
    ['nothing in a list', [undefined]],
    ['a gap in a list', new Array(1)],
    ['a BigInt', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('one')],
  ])('%s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
    expect(() => canonicalJson({ in: [value] })).toThrow(TypeError)
  })
})

test('what JSON omits is omitted', () => {
  const value = { b: undefined, a: [1, { d: null, c: undefined }] }
  expect(canonicalJson(value)).toBe('{"a":[1,{"d":null}]}')
  expect(canonicalJson(value)).toBe(canonicalJson(JSON.parse(JSON.stringify(value))))
})

test('the canonical form of the canonical form is the same', () => {
  const value = { z: [[], {}, '', '\u2028</script>\u007f'], 10: -0, 9: { '': 1e21, __proto__x: [0.1] } }
  const once = canonicalJson(value)
  expect(canonicalJson(JSON.parse(once))).toBe(once)
  expect(JSON.parse(once)).toEqual({ ...value, 10: 0 })
})
