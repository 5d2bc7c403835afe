import { expect, test } from 'vitest'
import { aList, anOffer, aSearch } from '../testing/searches.ts'
import { markInterrupted } from './interrupted.ts'

const NO_SHIPPING = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
const failure = { code: 'interrupted' }

test('finished work is left alone', () => {
  const search = aSearch('a', 1)
  expect(markInterrupted(search)).toBe(false)
  expect(search).toEqual(aSearch('a', 1))
})

test('a list that was loading keeps its offers and loses its progress', () => {
  const progress = { event: 'searching', attempt: 1, at: 1 } as const
  const search = aSearch('a', 1, { lists: { same: aList([anOffer('1')], { state: 'loading', progress }) } })
  expect(markInterrupted(search)).toBe(true)
  expect(search.lists.same).toEqual({ ...aList([anOffer('1')]), state: 'failed', failure })
})

test('details that were loading fail, and others stay', () => {
  const done = { state: 'failed', failure: { code: 'not_supported' } } as const
  const search = aSearch('a', 1, { details: { 1: { state: 'loading' }, 2: done } })
  expect(markInterrupted(search)).toBe(true)
  expect(search.details).toEqual({ 1: { state: 'failed', failure }, 2: done })
})

test('details that were asked for again stay, with the reason', () => {
  const known = { state: 'done' as const, offer: { ...anOffer('1'), shipping: NO_SHIPPING } }
  const search = aSearch('a', 1, { details: { 1: { ...known, renewing: true }, 2: known } })
  expect(markInterrupted(search)).toBe(true)
  expect(search.details).toEqual({ 1: { ...known, failure }, 2: known })
})

test('a picture that was being read fails', () => {
  const search = aSearch('a', 1, { reading: 'running' })
  markInterrupted(search)
  expect(search).toMatchObject({ reading: 'failed', readFailure: failure })
})

test('an additional photo that was being read or searched fails, and others stay', () => {
  const { source } = aSearch('a', 1)
  const done = { id: 'd', source, reading: 'done' as const, lists: { same: aList([anOffer('1')]) } }
  const searched = { ...done, id: 's', lists: { same: aList([], { state: 'loading', page: 0 }) } }
  const read = { ...done, id: 'r', reading: 'running' as const, lists: {} }
  const search = aSearch('a', 1, { further: [done, searched, read] })
  expect(markInterrupted(search)).toBe(true)
  expect(search.further).toEqual([
    done,
    { ...searched, lists: { same: { ...aList([], { page: 0 }), state: 'failed', failure } } },
    { ...read, reading: 'failed', readFailure: failure },
  ])
})

test('an unfinished gallery is dropped', () => {
  const search = aSearch('a', 1, { gallery: { state: 'looking' } })
  expect(markInterrupted(search)).toBe(true)
  expect(search).not.toHaveProperty('gallery')
})
