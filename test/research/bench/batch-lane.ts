import type { Sandbox, SandboxOptions } from '../../fakes/sandbox/index.ts'
import { arrivalsOf, inSandbox, LATENCY_MS, OFF, openLoop, SPACING_MS, summaryOf } from './proxy.ts'
import { clientKeys, freshPicture, sleep, type Visit, visit } from './visitor.ts'

const PEOPLE = 10
const PEOPLE_MS = 60_000
/** How often each of them searches: half of the allowed rate, all together. */
const EVERY_MS = { 'image-search': 7500, crossborder: 15_000 }

type Provider = keyof typeof EVERY_MS

/** Batch searches alone; and ten people without and with a full batch lane beside them. */
export async function batchLane() {
  const results: object[] = []
  for (const provider of ['image-search', 'crossborder'] as const) {
    const alone = await batchAlone(provider)
    const [without, beside] = [await peopleBeside(provider, 0), await peopleBeside(provider, 4)]
    results.push({
      provider,
      aloneShareOfAllowed: shareOfAllowed(alone),
      aloneRefused: alone.batch.refused,
      peopleSearches: beside.people.searches,
      peopleRefused: beside.people.refused,
      peopleFailed: beside.people.failed,
      peopleP95Ms: beside.people.waitMs.p95,
      withoutBatchP95Ms: without.people.waitMs.p95,
      batchSearches: beside.batch.searches - beside.batch.refused,
      batchRefused: beside.batch.refused,
      besideShareOfAllowed: shareOfAllowed(beside),
      mostInASecond: Math.max(alone.mostInASecond, without.mostInASecond, beside.mostInASecond),
    })
  }
  return results
}

function optionsOf(provider: Provider): SandboxOptions {
  return { provider, latencyMs: LATENCY_MS, settings: OFF }
}

/** One client with three searches at any time. */
async function batchAlone(provider: Provider) {
  return inSandbox(optionsOf(provider), async (sandbox) => {
    const keys = await clientKeys(sandbox, 1)
    const batch = await batchLoops(sandbox, keys, 3, performance.now() + 40_000)
    return { batch: summaryOf(batch), ...arrivalsOf(sandbox) }
  })
}

/** @param loops how many batch searches each of three more clients has at any time */
async function peopleBeside(provider: Provider, loops: number) {
  return inSandbox(optionsOf(provider), async (sandbox) => {
    const keys = await clientKeys(sandbox, PEOPLE + 3)
    const everyMs = EVERY_MS[provider]
    const batch = batchLoops(sandbox, keys.slice(PEOPLE), loops, performance.now() + PEOPLE_MS)
    const people = keys.slice(0, PEOPLE).map(async (key, i) => {
      // Nobody searches in step with the others.
      await sleep(((i * 0.618) % 1) * everyMs)
      return openLoop(PEOPLE_MS - everyMs, everyMs, () => visit(sandbox, key, freshPicture(sandbox)))
    })
    const visits = (await Promise.all(people)).flat()
    return { people: summaryOf(visits), batch: summaryOf(await batch), ...arrivalsOf(sandbox) }
  })
}

async function batchLoops(sandbox: Sandbox, keys: string[], loops: number, until: number): Promise<Visit[]> {
  const visits: Visit[] = []
  const loop = async (key: string) => {
    while (performance.now() < until) {
      const made = await visit(sandbox, key, freshPicture(sandbox), '?priority=batch')
      visits.push(made)
      if (made.status !== 200) await sleep(made.retryAfterMs)
    }
  }
  await Promise.all(keys.flatMap((key) => Array.from({ length: loops }, () => loop(key))))
  return visits
}

function shareOfAllowed({ callsPerSecond }: { callsPerSecond: number }): number {
  return Number(((callsPerSecond * SPACING_MS) / 1000).toFixed(3))
}
