import { describe, expect, test } from 'vitest'
import { FakeClock } from '../testing/clock.ts'
import { type Flight, type Outcome, SingleFlight } from './single-flight.ts'

function scene() {
  const clock = new FakeClock()
  const flights = new SingleFlight<string>(clock)
  const begun: { flight: Flight; land: (value: string) => void; fail: (error: unknown) => void }[] = []
  const begin = (flight: Flight) =>
    new Promise<string>((land, fail) => {
      begun.push({ flight, land, fail })
    })
  const join = (name: string, budgetMs = 10_000) => {
    const heard: { told: string[]; end: Outcome<string> | undefined } = { told: [], end: undefined }
    const waiter = {
      deadlineAtMs: clock.now() + budgetMs,
      onProgress: ({ event }: { event: string }) => heard.told.push(event),
      end: (outcome: Outcome<string>) => {
        heard.end = outcome
      },
    }
    return { heard, leave: flights.join(name, waiter, begin) }
  }
  return { clock, begun, join }
}

describe('concurrent requests for the same', () => {
  test('share one call and its answer', async () => {
    const { begun, join, clock } = scene()
    const all = Array.from({ length: 50 }, () => join('same').heard)
    expect(begun).toHaveLength(1)
    begun[0]?.land('found')
    await clock.run()
    for (const { end } of all) expect(end).toEqual({ value: 'found' })
  })

  test('share its failure, and the next request makes a call of its own', async () => {
    const { begun, join, clock } = scene()
    const [one, other] = [join('same').heard, join('same').heard]
    begun[0]?.fail('broken')
    await clock.run()
    expect([one.end, other.end]).toEqual([{ error: 'broken' }, { error: 'broken' }])
    join('same')
    expect(begun).toHaveLength(2)
  })

  test('are not affected if the first one leaves', async () => {
    const { begun, join, clock } = scene()
    const [leader, other] = [join('same'), join('same')]
    leader.leave()
    expect(begun[0]?.flight.signal.aborted).toBe(false)
    begun[0]?.land('found')
    await clock.run()
    expect(leader.heard.end).toBeUndefined()
    expect(other.heard.end).toEqual({ value: 'found' })
  })

  test('each wait until their own deadline', async () => {
    const { begun, join, clock } = scene()
    const [hasty, patient] = [join('same', 1000).heard, join('same', 5000).heard]
    expect(begun[0]?.flight.deadlineAtMs).toBe(clock.now() + 5000)
    await clock.run(clock.now() + 1500)
    expect(hasty.end).toMatchObject({ error: { code: 'busy' } })
    expect(patient.end).toBeUndefined()
    begun[0]?.flight.report({ event: 'searching', data: { attempt: 1 } })
    await clock.run(clock.now() + 5000)
    expect(patient.end).toMatchObject({ error: { code: 'upstream_timeout' } })
    expect(begun[0]?.flight.signal.aborted).toBe(true)
  })

  test('are told at once how far it has got', () => {
    const { begun, join } = scene()
    join('same')
    begun[0]?.flight.report({ event: 'searching', data: { attempt: 1 } })
    expect(join('same').heard.told).toEqual(['searching'])
  })
})

test('a call that no one waits for is aborted, and the next request starts a new one', () => {
  const { begun, join } = scene()
  join('same').leave()
  expect(begun[0]?.flight.signal.aborted).toBe(true)
  join('same')
  expect(begun).toHaveLength(2)
})

test('different requests share nothing', () => {
  const { begun, join } = scene()
  join('one')
  join('other')
  expect(begun).toHaveLength(2)
})
