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
])('harmless syntax errors are tolerated: %s', (text) => {
  expect(parseJsonLd(text)).toEqual(product)
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
