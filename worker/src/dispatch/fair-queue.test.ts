import { describe, expect, test } from 'vitest'
import { randomFrom } from '../testing/clock.ts'
import { FairQueue } from './fair-queue.ts'

interface Entry {
  client: string
  number: number
}

function filled(clients: string): FairQueue<Entry> {
  const rounds = new FairQueue<Entry>()
  for (const [number, client] of [...clients].entries()) rounds.add({ client, number })
  return rounds
}

const order = (rounds: FairQueue<Entry>) => {
  const taken: string[] = []
  for (let entry = rounds.take(); entry; entry = rounds.take()) taken.push(entry.client)
  return taken.join('')
}

describe('clients take turns', () => {
  test.each([
    ['aaaabc', 'abcaaa'],
    ['abab', 'abab'],
    ['aabbcc', 'abcabc'],
    ['', ''],
  ])('%s are served as %s', (came, left) => {
    expect(order(filled(came))).toBe(left)
  })

  test('an entry that is removed gives its turn to the next', () => {
    const rounds = filled('aab')
    const [first] = rounds.entries()
    if (first) rounds.remove(first)
    expect(order(rounds)).toBe('ab')
  })
})

test('the entries said to come before another are those served before it', () => {
  const random = randomFrom(1688)
  for (let round = 0; round < 500; round++) {
    const clients = Array.from(
      { length: 1 + Math.floor(random() * 30) },
      () => 'abcdefg'[Math.floor(random() * 7)],
    )
    const rounds = filled(clients.join(''))
    for (let i = 0; i < random() * 5; i++) rounds.take()
    const entry = rounds.entries()[Math.floor(random() * rounds.size)]
    if (!entry) continue
    const before = rounds.before(entry.client, rounds.indexOf(entry)).length
    for (let i = 0; i < before; i++) expect(rounds.take()).not.toBe(entry)
    expect(rounds.take()).toBe(entry)
  }
})

test('the entry to displace is the newest of the client with the most, if it has more than its fair share', () => {
  expect(filled('aaaabbb').newestOfLongest(3)).toEqual({ client: 'a', number: 3 })
  expect(filled('aaabbb').newestOfLongest(3)).toBeUndefined()
})
