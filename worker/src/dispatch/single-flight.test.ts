import { describe, expect, test } from 'vitest'
import { FakeClock } from '../testing/clock.ts'
import { createSingleFlight, type Flight, type Outcome } from './single-flight.ts'

function scene() {
  const clock = new FakeClock()
  const singleFlight = createSingleFlight<string>(clock)
  const started: { flight: Flight; resolve: (value: string) => void; fail: (error: unknown) => void }[] = []
  const start = (flight: Flight) =>
    new Promise<string>((resolve, fail) => {
      started.push({ flight, resolve, fail })
    })
  const join = (name: string, budgetMs = 10_000) => {
    const received = { events: [] as string[], end: undefined as Outcome<string> | undefined, paid: 0 }
    const waiter = {
      deadlineAtMs: clock.now() + budgetMs,
      onProgress: ({ event }: { event: string }) => received.events.push(event),
      pay: () => {
        received.paid++
      },
      end: (outcome: Outcome<string>) => {
        received.end = outcome
      },
    }
    return { received, leave: singleFlight.join(name, waiter, start) }
  }
  return { clock, started, join }
}

describe('concurrent requests for the same', () => {
  test('share one call and its answer', async () => {
    const { started, join, clock } = scene()
    const all = Array.from({ length: 50 }, () => join('same').received)
    expect(started).toHaveLength(1)
    started[0]?.resolve('found')
    await clock.run()
    for (const { end } of all) expect(end).toEqual({ value: 'found' })
  })

  test('share its failure, and the next request makes a call of its own', async () => {
    const { started, join, clock } = scene()
    const [one, other] = [join('same').received, join('same').received]
    started[0]?.fail('broken')
    await clock.run()
    expect([one.end, other.end]).toEqual([{ error: 'broken' }, { error: 'broken' }])
    join('same')
    expect(started).toHaveLength(2)
  })

  test('are not affected if the first one leaves', async () => {
    const { started, join, clock } = scene()
    const [leader, other] = [join('same'), join('same')]
    leader.leave()
    expect(started[0]?.flight.signal.aborted).toBe(false)
    started[0]?.resolve('found')
    await clock.run()
    expect(leader.received.end).toBeUndefined()
    expect(other.received.end).toEqual({ value: 'found' })
  })

  test('each wait until their own deadline', async () => {
    const { started, join, clock } = scene()
    const [hasty, patient] = [join('same', 1000).received, join('same', 5000).received]
    expect(started[0]?.flight.deadlineAtMs).toBe(clock.now() + 5000)
    await clock.run(clock.now() + 1500)
    expect(hasty.end).toMatchObject({ error: { code: 'busy' } })
    expect(patient.end).toBeUndefined()
    started[0]?.flight.report({ event: 'searching', data: { attempt: 1 } })
    await clock.run(clock.now() + 5000)
    expect(patient.end).toMatchObject({ error: { code: 'upstream_timeout' } })
    expect(started[0]?.flight.signal.aborted).toBe(true)
  })

  test('are paid for once, by the one that has waited longest when the call leaves', () => {
    const { started, join } = scene()
    const [gone, payer, other] = [join('same'), join('same'), join('same')]
    gone.leave()
    started[0]?.flight.report({ event: 'searching', data: { attempt: 1 } })
    payer.leave()
    const late = join('same')
    started[0]?.flight.report({ event: 'searching', data: { attempt: 2 } })
    expect([gone, payer, other, late].map(({ received }) => received.paid)).toEqual([0, 1, 0, 0])
  })

  test('get the current progress at once', () => {
    const { started, join } = scene()
    join('same')
    started[0]?.flight.report({ event: 'searching', data: { attempt: 1 } })
    expect(join('same').received.events).toEqual(['searching'])
  })
})

test('a call that no one waits for is aborted, and the next request starts a new one', () => {
  const { started, join } = scene()
  join('same').leave()
  expect(started[0]?.flight.signal.aborted).toBe(true)
  join('same')
  expect(started).toHaveLength(2)
})

test('different requests share nothing', () => {
  const { started, join } = scene()
  join('one')
  join('other')
  expect(started).toHaveLength(2)
})
