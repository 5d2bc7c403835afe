import { expect, test } from 'vitest'
import { parseJsonLd } from './json-ld.ts'

const product = { '@type': 'Product', name: 'Trailmate, ] Backpack' }
const json = JSON.stringify(product)

test.each([
  json,
  ` \uFEFF${json}`,
  `${json};`,
  `<!-- ${json} -->`,
  `//<![CDATA[\n${json}\n//]]>`,
  `/*<![CDATA[*/ ${json} /*]]>*/`,
  '{"@type":"Product","name":"Trailmate, ] Backpack",}',
  '{"@type":"Product", /* the name */ "name":"Trailmate, ] Backpack"} // end',
  '{"@type":"Product" "name":"Trailmate, ] Backpack"}',
  '{"@type":"Product","name":"Trailmate, ] \\Backpack"}',
])('harmless syntax errors are tolerated: %s', (text) => {
  expect(parseJsonLd(text)).toEqual(product)
})

test('a comma between two things is added where it can only be missing', () => {
  expect(parseJsonLd('[{"a":1} {"a":"//2"}] ')).toEqual([{ a: 1 }, { a: '//2' }])
  expect(parseJsonLd('{"url":"https://shop.example/a","more":[1,2,],}')).toEqual({
    url: 'https://shop.example/a',
    more: [1, 2],
  })
})

test('a character that JavaScript escapes in two digits is read', () => {
  expect(parseJsonLd(String.raw`{"name":"Sailor\x27s lantern"}`)).toEqual({ name: "Sailor's lantern" })
})

test('a quote within a text is not repaired, because its end would be a guess', () => {
  expect(parseJsonLd('{"name":"6" Lantern","price":"86"}')).toBeUndefined()
  expect(parseJsonLd('{"name":"The "Storm" lantern","price":"86"}')).toBeUndefined()
  expect(parseJsonLd('{&quot;name&quot;:&quot;Lantern&quot;}')).toBeUndefined()
})

test('a line break in a string becomes a space', () => {
  expect(parseJsonLd('{"name":"Trailmate\n\tBackpack"}')).toEqual({ name: 'Trailmate  Backpack' })
})

test.each(['', '{"name":"Trailmate', '{"price":{{ price }}}', 'undefined', "{'name':'Trailmate'}"])(
  'invalid JSON gives nothing: %s',
  (text) => expect(parseJsonLd(text)).toBeUndefined(),
)

test('a script that is too long is not parsed', () => {
  expect(parseJsonLd(`["${'x'.repeat(1_000_000)}"]`)).toBeUndefined()
})
