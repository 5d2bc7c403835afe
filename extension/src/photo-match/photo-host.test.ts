import { expect, test } from 'vitest'
import { photoHostOf } from './photo-host.ts'

const at = (...addresses: (string | null)[]) => photoHostOf(addresses.map((imageUrl) => ({ imageUrl })))

test('the host that most of the pictures come from is the one to be allowed', () => {
  expect(at('https://a.example/1.jpg', 'https://b.example/1.jpg', 'https://b.example:8443/2.jpg')).toEqual({
    host: 'b.example',
    pattern: 'https://b.example/*',
  })
})

test('of as many the first is', () => {
  expect(at('http://a.example/1.jpg', 'https://b.example/1.jpg')?.pattern).toBe('http://a.example/*')
})

test('without an address that a permission could be asked for there is none', () => {
  expect(at(null, '', 'data:image/png;base64,AA==')).toBeUndefined()
  expect(at()).toBeUndefined()
})
