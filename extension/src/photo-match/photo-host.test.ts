import { expect, test } from 'vitest'
import { photoHostOf } from './photo-host.ts'

const hostOf = (...addresses: (string | null)[]) => photoHostOf(addresses.map((imageUrl) => ({ imageUrl })))

test('the host of most pictures is the one to allow', () => {
  expect(
    hostOf('https://a.example/1.jpg', 'https://b.example/1.jpg', 'https://b.example:8443/2.jpg'),
  ).toEqual({
    host: 'b.example',
    pattern: 'https://b.example/*',
  })
})

test('in case of a tie it is the first', () => {
  expect(hostOf('http://a.example/1.jpg', 'https://b.example/1.jpg')?.pattern).toBe('http://a.example/*')
})

test('addresses without a possible permission have no host', () => {
  expect(hostOf(null, '', 'data:image/png;base64,AA==')).toBeUndefined()
  expect(hostOf()).toBeUndefined()
})
