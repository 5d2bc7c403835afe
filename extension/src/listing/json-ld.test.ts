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
])('what changes nothing of what a script says is read past: %s', (text) => {
  expect(parseJsonLd(text)).toEqual(product)
})

test('a line break in a text is a space', () => {
  expect(parseJsonLd('{"name":"Trailmate\n\tBackpack"}')).toEqual({ name: 'Trailmate  Backpack' })
})

test.each(['', '{"name":"Trailmate', '{"price":{{ price }}}', 'undefined', "{'name':'Trailmate'}"])(
  'what is no JSON says nothing: %s',
  (text) => expect(parseJsonLd(text)).toBeUndefined(),
)

test('a catalogue that is too long is not read', () => {
  expect(parseJsonLd(`["${'x'.repeat(1_000_000)}"]`)).toBeUndefined()
})
