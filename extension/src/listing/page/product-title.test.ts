import { expect, test } from 'vitest'
import { cleanTitle } from './product-title.ts'

test('a title is one line without entities', () => {
  expect(cleanTitle(' Marlow &amp; Finch\n  22&quot; &#39;Trail&#x27; ')).toBe(`Marlow & Finch 22" 'Trail'`)
  expect(cleanTitle('Salt &unknown; pepper')).toBe('Salt &unknown; pepper')
})

test('a title has at most 300 characters, none cut in half', () => {
  expect(cleanTitle('背'.repeat(400))).toHaveLength(300)
  expect(cleanTitle('🎒'.repeat(400))).toBe('🎒'.repeat(300))
})

test('an empty title is unknown', () => {
  expect(cleanTitle(' \n')).toBeNull()
  expect(cleanTitle(undefined)).toBeNull()
})
