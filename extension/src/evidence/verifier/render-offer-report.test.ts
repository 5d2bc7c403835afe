import { expect, test } from 'vitest'
import { isDifferent } from './render-offer-report.js'

test('what is unknown in one way and in another does not differ', () => {
  expect(isDifferent([null, undefined, false, ''])).toBe(false)
  expect(isDifferent(['广东', '广东'])).toBe(false)
})

test('another text differs, and so does one that is not known any more', () => {
  expect(isDifferent(['广东', '浙江'])).toBe(true)
  expect(isDifferent(['广东', null])).toBe(true)
})
