import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test('a file name contains the minute it was made', () => {
  expect(fileName('xlsx', new Date(2026, 10, 24, 15, 30))).toBe('find-on-1688-2026-11-24-1530.xlsx')
  expect(fileName('csv', new Date(2027, 0, 2, 3, 4))).toBe('find-on-1688-2027-01-02-0304.csv')
})
