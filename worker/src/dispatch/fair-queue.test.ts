import { describe, expect, test } from 'vitest'
import { randomFrom } from '../testing/clock.ts'
import { createFairQueue, type FairQueue } from './fair-queue.ts'

interface Entry {
  client: string
  number: number
}

function filled(clients: string): FairQueue<Entry> {
  const queue = createFairQueue<Entry>()
  for (const [number, client] of [...clients].entries()) queue.add({ client, number })
  return queue
}

const order = (queue: FairQueue<Entry>) => {
  const taken: string[] = []
  for (let entry = queue.take(); entry; entry = queue.take()) taken.push(entry.client)
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
    const queue = filled('aab')
    const [first] = queue.entries()
    if (first) queue.remove(first)
    expect(order(queue)).toBe('ab')
  })
})

test('the entries said to come before another are those served before it', () => {
  const random = randomFrom(1688)
  for (let round = 0; round < 500; round++) {
    const clients = Array.from(
      { length: 1 + Math.floor(random() * 30) },
      () => 'abcdefg'[Math.floor(random() * 7)],
    )
    const queue = filled(clients.join(''))
    for (let i = 0; i < random() * 5; i++) queue.take()
    const entries = queue.entries()
    const entry = entries[Math.floor(random() * queue.size)]
    if (!entry) continue
    const own = entries.filter(({ client }) => client === entry.client)
    const before = queue.before(entry.client, own.indexOf(entry))
    expect(before).toEqual(entries.slice(0, entries.indexOf(entry)))
    for (const other of before) expect(queue.take()).toBe(other)
    expect(queue.take()).toBe(entry)
  }
})

test('the entry to displace is the newest of the client with the most, if it has more than its fair share', () => {
  expect(filled('aaaabbb').newestOfLongest(3)).toEqual({ client: 'a', number: 3 })
  expect(filled('aaabbb').newestOfLongest(3)).toBeUndefined()
})
