import { expect, test } from 'vitest'
import { anOffer } from '../testing/searches.ts'
import { fuseRanks } from './rank-fusion.ts'

const list = (ids: string) => [...ids].map((id) => anOffer(id))
const order = (...lists: string[]) =>
  fuseRanks(lists.map(list))
    .offers.map(({ offerId }) => offerId)
    .join('')

test('one list stays as it is', () => {
  expect(order('dacb')).toBe('dacb')
  expect(order()).toBe('')
  expect(order('', 'ba')).toBe('ba')
})

// a 1/61 + 1/63 = .03227, b 1/62 + 1/61 = .03252, c 1/63 + 1/62 = .03200
test('reciprocal ranks are added up', () => {
  expect(order('abc', 'bca')).toBe('bac')
})

// a 1/61 = .01639; b 1/64 + 1/65 = .03101; x, y and z at 1/62, 1/63 and 1/61
test('an offer found by two photos further down comes before one found by one at the top', () => {
  expect(order('axyb', 'zpqrb').slice(0, 3)).toBe('baz')
})

// n 1/124 + 1/124 = m 1/62, exactly.
test('among equals, the one found by more photos comes first', () => {
  const deep = (name: string) => [...Array.from({ length: 63 }, (_, at) => anOffer(name + at)), anOffer('n')]
  const ids = fuseRanks([list('qm'), deep('r'), deep('s')]).offers.map(({ offerId }) => offerId)
  expect(ids.slice(0, 7)).toEqual(['q', 'r0', 's0', 'n', 'm', 'r1', 's1'])
})

// a 1/61 + 1/63, c 1/63 + 1/61: alike to the last digit, in whichever order the lists come.
test('among equals of the same best rank, the one of the earlier list comes first', () => {
  expect(order('abc', 'cba')).toBe('acb')
  expect(order('cba', 'abc')).toBe('cab')
  expect(order('ab', 'cd')).toBe('acbd')
  expect(order('abc', 'bca', 'cab')).toBe('abc')
  expect(order('cab', 'abc', 'bca')).toBe('cab')
})

// far 1/70 + 1/105 = near 1/84 + 1/84, to the last digit.
test('among equals found by as many photos, the best rank comes first', () => {
  const ranked = (name: string, places: Record<number, string>) =>
    Array.from({ length: 45 }, (_, at) => anOffer(places[at + 1] ?? name + at))
  const { offers } = fuseRanks([
    ranked('p', { 10: 'far', 24: 'near' }),
    ranked('q', { 45: 'far', 24: 'near' }),
  ])
  expect(1 / 70 + 1 / 105).toBe(1 / 84 + 1 / 84)
  expect(offers.slice(0, 2).map(({ offerId }) => offerId)).toEqual(['far', 'near'])
})

test('a list that has an offer twice counts once, at its best rank', () => {
  const { offers, foundBy } = fuseRanks([list('aba'), list('b')])
  expect(offers.map(({ offerId }) => offerId)).toEqual(['b', 'a'])
  expect([...foundBy.values()]).toEqual([2, 1])
})

test('the number of photos that found an offer is returned', () => {
  expect([...fuseRanks(['ab', 'bc', 'b'].map(list)).foundBy]).toEqual([
    ['b', 3],
    ['a', 1],
    ['c', 1],
  ])
})

test('an offer’s data comes from the list in which it ranks best, among equals from the first', () => {
  const said = (title: string) => anOffer('a', { title })
  const titles = (...lists: ReturnType<typeof list>[]) => fuseRanks(lists).offers.map(({ title }) => title)
  expect(titles([anOffer('x', { title: 'x' }), said('second')], [said('first')])[0]).toBe('first')
  expect(titles([said('one')], [said('other')])).toEqual(['one'])
})
