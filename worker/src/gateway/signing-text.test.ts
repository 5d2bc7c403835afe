import { expect, test } from 'vitest'
import { type Params, signAop, signImageSearch } from './signing.ts'

const PATH = 'param2/1/com.example/api.search/1000000'

/** Computed with OpenSSL's HMAC, sorting the pairs as UTF-8 bytes. */
test.each<[string, Params, string, string, string]>([
  [
    'Chinese text is signed as UTF-8',
    { keyword: '夏季新款百褶半身裙', subject: '连衣裙 女' },
    'test123',
    '834610FF7A0480D3482DBFAE1BDBA5545149574F',
    'WRi2WlE4tb49EWOAzv+9e9eQo+g=',
  ],
  [
    'what a form would encode is signed raw',
    { imgBase64: 'ab+/cd==', q: 'a b&c=d%2B' },
    'test123',
    'D754EE8941BF8A16260D5483B8A25575D9308A41',
    'h4MI/HG6oW9gfl0VvcuhQsmKBgo=',
  ],
  [
    'an empty value takes part with its key',
    { a: '', b: '1' },
    'test123',
    '3B35F4D8E2E21CFFE3AD2526949E295CC97FBBB3',
    'EuzQgbfZqXDKKSV8kubBb7tktmU=',
  ],
  [
    'a megabyte is signed whole',
    { imgBase64: 'x'.repeat(1 << 20) },
    'test123',
    '819C2195AB0DCC33852A109149D4C5A21514F0A9',
    'd3gkKBtD6MX4I03i4keZ8h/NuHI=',
  ],
  [
    'a key above the basic plane sorts behind full-width letters, as its bytes do',
    { '\u{1f600}': '1', '\uff21': '2', a: '3' },
    'test123',
    'F87F3319955587EEC95FF1B2F07EB4C29D422A48',
    'fQ+gg1f4dWsvDDeoXNBcr5pB7ss=',
  ],
  [
    'upper case sorts before _ and _ before lower case',
    { Z: '1', _a: '2', a: '3', B: '4', a1: '5', A: '6' },
    'test123',
    'DAD506F275A1985C628B71C1B27BD49D733B0CA8',
    'x/LMreU+Voi10DzBxj/sW6wl0SA=',
  ],
  [
    'a secret may hold any text',
    { a: '1' },
    '秘密+/=',
    '1A91017D670F288004A41F46AF17726EF1845890',
    'TBwjEJGBDx+q1kHK3akdumB6eP4=',
  ],
])('%s', async (_rule, params, secret, hex, base64) => {
  expect(await signAop(PATH, params, secret)).toBe(hex)
  expect(await signImageSearch(params, secret)).toBe(base64)
})

test('neither locale nor UTF-16 order would sort these keys so', () => {
  expect(['_a', 'a', 'Z'].toSorted((a, b) => a.localeCompare(b))).not.toEqual(['Z', '_a', 'a'])
  expect(['\uff21', '\u{1f600}'].toSorted()).not.toEqual(['\uff21', '\u{1f600}'])
})
