import { describe, expect, test } from 'vitest'
import { queueOf } from '../testing/queue.ts'
import { spacingOf } from './rate-limiter.ts'

const MIB = 1024 * 1024

describe('memory', () => {
  test('batch searches take half of it at most', () => {
    const queue = queueOf()
    for (let i = 0; i < 5; i++)
      expect(queue.admit('batch', 'bulk', { bytes: 2 * MIB })).toEqual({ displaced: [] })
    expect(queue.admit('batch', 'bulk', { bytes: 2 * MIB })).toMatchObject({ refused: { code: 'busy' } })
    expect(queue.admit('search', 'person', { bytes: 5 * MIB })).toEqual({ displaced: [] })
  })

  test('people displace batch searches, those first that would leave last, and only as many as it takes', () => {
    const queue = queueOf()
    const batch = ['a', 'b', 'a', 'a'].map((client) => queue.ticket('batch', client, { bytes: 2 * MIB }))
    for (const ticket of batch) queue.scheduler.admit(ticket, queue.nowMs)
    queue.admit('search', 'person', { bytes: 5 * MIB })
    queue.admit('search', 'person', { bytes: 5 * MIB })
    expect(queue.admit('search', 'third', { bytes: 5 * MIB })).toEqual({ displaced: [batch[3], batch[2]] })
    expect(queue.admit('search', 'fourth', { bytes: 6 * MIB })).toMatchObject({ refused: { code: 'busy' } })
    expect(queue.served()).toEqual(['person', 'third', 'person', 'a', 'b'])
  })

  test('a refused picture is told when there is room for it', () => {
    const queue = queueOf()
    for (let i = 0; i < 8; i++) queue.admit('batch', 'bulk', { bytes: 1.25 * MIB })
    const refused = queue.admit('batch', 'bulk', { bytes: 5 * MIB })
    // All of them have to leave, at three a second, and be answered.
    const retryAfterMs = 'refused' in refused ? refused.refused.retryAfterMs : 0
    expect(retryAfterMs).toBeGreaterThan(8 * spacingOf(3))
    expect(retryAfterMs).toBeLessThan(12 * spacingOf(3))
  })
})
