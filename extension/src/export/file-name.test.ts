import { expect, test } from 'vitest'
import { fileName, listFileName } from './file-name.ts'

test('a file name contains the minute it was made', () => {
  expect(fileName('xlsx', new Date(2026, 10, 24, 15, 30))).toBe('find-on-1688-2026-11-24-1530.xlsx')
  expect(fileName('csv', new Date(2027, 0, 2, 3, 4))).toBe('find-on-1688-2027-01-02-0304.csv')
})

test.each([
  ['autumn-listing.xlsx', 'autumn-listing-1688-2026-11-24-0905.csv'],
  ['Bags & more: a/b', 'Bags-&-more-a-b-1688-2026-11-24-0905.csv'],
  ['秋季 上新.csv', '秋季-上新-1688-2026-11-24-0905.csv'],
  ['../..', 'find-on-1688-2026-11-24-0905.csv'],
])('a list’s file is named after the list: %s', (list, name) => {
  expect(listFileName(list, 'csv', new Date(2026, 10, 24, 9, 5))).toBe(name)
})
