import { expect, test, vi } from 'vitest'
import { runBatch } from './batch.ts'

test('a refusal that arrives after the batch was stopped is not waited for', async () => {
  vi.useFakeTimers()
  const abort = new AbortController()
  const ended = runBatch(abort.signal, ['one'], async () => {
    abort.abort()
    return { code: 'rate_limited', retryAfterMs: 20_000 }
  })
  await vi.advanceTimersByTimeAsync(1000)
  const waiting = vi.getTimerCount()
  vi.useRealTimers()
  expect(await ended).toBeUndefined()
  expect(waiting).toBe(0)
})

test('a refusal is waited for while nobody stopped the batch', async () => {
  vi.useFakeTimers()
  const asked: string[] = []
  const ended = runBatch(new AbortController().signal, ['one'], async (item) => {
    asked.push(item)
    return asked.length === 1 ? { code: 'rate_limited', retryAfterMs: 20_000 } : undefined
  })
  await vi.runAllTimersAsync()
  vi.useRealTimers()
  expect(await ended).toBeUndefined()
  expect(asked).toEqual(['one', 'one'])
})

test.each(['proxy_unreachable', 'local_network_denied', 'offline', 'unauthorized'] as const)(
  'after %s nothing more is asked for',
  async (code) => {
    const asked: number[] = []
    const stopped = await runBatch(new AbortController().signal, [1, 2, 3, 4, 5, 6], async (item) => {
      asked.push(item)
      return { code }
    })
    expect(stopped?.code).toBe(code)
    expect(asked.length).toBeLessThanOrEqual(2)
  },
)
