import { expect, test } from 'vitest'
import { titleOf } from './reading.ts'

test('a title is one line without entities', () => {
  expect(titleOf(' Marlow &amp; Finch\n  22&quot; &#39;Trail&#x27; ')).toBe(`Marlow & Finch 22" 'Trail'`)
  expect(titleOf('Salt &unknown; pepper')).toBe('Salt &unknown; pepper')
})

test('a title has at most 300 characters, none of them halved', () => {
  expect(titleOf('背'.repeat(400))).toHaveLength(300)
  expect(titleOf('🎒'.repeat(400))).toBe('🎒'.repeat(300))
})

test('an empty title is unknown', () => {
  expect(titleOf(' \n')).toBeNull()
  expect(titleOf(undefined)).toBeNull()
})
