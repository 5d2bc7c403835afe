import type { Offer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { badgesByTrust } from './badges.ts'

const of = (badges: string[], { verified = null as boolean | null, patented = false } = {}) =>
  badgesByTrust({ patented, supplier: { verified, badges } } as Offer)

test('an inspected factory comes before a paid programme, and both imply that the supplier is verified', () => {
  expect(of(['tp_member', 'powerful_merchants', 'super_factory'], { verified: true })).toEqual([
    'super_factory',
    'powerful_merchants',
  ])
})

test('a verified supplier without either is called verified, before badges that are unknown', () => {
  expect(of(['select', 'tp_member'], { verified: true })).toEqual(['verified', 'select'])
})

test('membership is shown only where there is nothing better', () => {
  expect(of(['tp_member'])).toEqual(['tp_member'])
  expect(of(['tp_member', 'select'])).toEqual(['select'])
  expect(of(['tp_member'], { verified: true })).toEqual(['verified'])
})

test('a patent comes before everything', () => {
  expect(of(['super_factory'], { patented: true })).toEqual(['patented', 'super_factory'])
  expect(of([], { patented: true })).toEqual(['patented'])
})

test('of whom nothing is known, nothing is said', () => {
  expect(of([])).toEqual([])
  expect(of([], { verified: false })).toEqual([])
})
