import { PATHS } from '@find-on-1688/shared'
import { imageSearchSign } from '../../fakes/gateway/signature.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../fakes/sandbox/index.ts'
import { clientKeys, freshPicture, quantile, sleep, type Visit, visit } from './visitor.ts'

/** The worker's spacing between two calls at three a second. */
export const SPACING_MS = 367
export const LATENCY_MS = 300
export const OFF = { CACHE_SECONDS: '0' }

/**
 * Alternates between a search, a request to the same local worker that does nothing with the same body, and a direct call to
 * the same gateway. The gateway's own time is subtracted. `addedMs` is what the proxy adds to that no-op.
 */
export async function overhead() {
  return inSandbox(
    {
      provider: 'image-search',
      maxQps: 10_000,
      settings: { ...OFF, MAX_QPS: '100' },
    },
    async (sandbox) => {
      const [direct, proxied, noOp]: [number[], number[], number[]] = [[], [], []]
      for (let run = 0; run < 330; run++) {
        const picture = freshPicture(sandbox)
        const [d, n, p] = [
          await ownTime(sandbox, () => callDirectly(sandbox, picture)),
          await timed(() => sendForNothing(sandbox, picture)),
          await ownTime(sandbox, () => searchPlainly(sandbox, picture)),
        ]
        if (run < 30) continue
        direct.push(d)
        noOp.push(n)
        proxied.push(p)
        // Longer than the spacing, so that no call waits for the previous one.
        await sleep(15)
      }
      const of = (values: number[]) => ({
        p50: quantile(values, 0.5),
        p95: quantile(values, 0.95),
        p99: quantile(values, 0.99),
      })
      return {
        runs: proxied.length,
        directMs: of(direct),
        noOpMs: of(noOp),
        proxiedMs: of(proxied),
        addedMs: of(proxied.map((ms, i) => ms - (noOp[i] ?? 0))),
        ratioP50: Number((quantile(proxied, 0.5) / quantile(noOp, 0.5)).toFixed(2)),
      }
    },
  )
}

/** Twelve clients that search without pause, and the brief's own loop, each with its own gateway. */
export async function saturation() {
  const [ours, brief] = [await saturateProxy(40_000), await runBriefLoop(20_000)]
  return {
    allowedPerSecond: Number((1000 / SPACING_MS).toFixed(3)),
    ours: { ...ours, shareOfAllowed: Number(((ours.callsPerSecond * SPACING_MS) / 1000).toFixed(3)) },
    brief: { ...brief, shareOfAllowed: Number(((brief.callsPerSecond * SPACING_MS) / 1000).toFixed(3)) },
    ratio: Number((ours.callsPerSecond / brief.callsPerSecond).toFixed(2)),
  }
}

/** Starts a separate sandbox and closes it afterwards. */
export async function inSandbox<T>(
  options: SandboxOptions,
  work: (sandbox: Sandbox) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox(options)
  try {
    return await work(sandbox)
  } finally {
    await sandbox.close()
  }
}

async function saturateProxy(forMs: number) {
  return inSandbox({ provider: 'image-search', latencyMs: LATENCY_MS, settings: OFF }, async (sandbox) => {
    const keys = await clientKeys(sandbox, 12)
    const until = performance.now() + forMs
    await Promise.all(
      keys.map(async (key) => {
        while (performance.now() < until) {
          const { status, retryAfterMs } = await visit(sandbox, key, freshPicture(sandbox))
          if (status !== 200) await sleep(retryAfterMs)
        }
      }),
    )
    return arrivalsOf(sandbox)
  })
}

/** The client of the original brief: one call, then a second of sleep. */
async function runBriefLoop(forMs: number) {
  return inSandbox({ provider: 'image-search', latencyMs: LATENCY_MS }, async (sandbox) => {
    const until = performance.now() + forMs
    while (performance.now() < until) {
      await callDirectly(sandbox, freshPicture(sandbox))
      await sleep(1000)
    }
    return arrivalsOf(sandbox)
  })
}

/** One client with ten searches a second, and twenty with one every fifteen seconds. */
export async function fairness() {
  return inSandbox({ provider: 'image-search', latencyMs: LATENCY_MS, settings: OFF }, async (sandbox) => {
    const [heavy = '', ...light] = await clientKeys(sandbox, 21)
    const heavyVisits = openLoop(45_000, 100, () => visit(sandbox, heavy, freshPicture(sandbox)))
    const lightVisits = light.map(async (key, i) => {
      await sleep((i * 15_000) / light.length)
      return openLoop(45_000 - i * 750, 15_000, () => visit(sandbox, key, freshPicture(sandbox)))
    })
    const [heavies, lights] = [await heavyVisits, (await Promise.all(lightVisits)).flat()]
    return { heavy: summaryOf(heavies), light: summaryOf(lights), ...arrivalsOf(sandbox) }
  })
}

/** A hundred clients that together want fifteen searches a second, where three are allowed. */
export async function overload() {
  return inSandbox({ provider: 'image-search', latencyMs: LATENCY_MS, settings: OFF }, async (sandbox) => {
    const keys = await clientKeys(sandbox, 100)
    let next = 0
    const visits = await openLoop(60_000, 1000 / 15, () =>
      visit(sandbox, keys[next++ % keys.length] ?? '', freshPicture(sandbox)),
    )
    const arrivals = arrivalsOf(sandbox)
    return {
      ...summaryOf(visits),
      ...arrivals,
      shareOfAllowed: Number(((arrivals.callsPerSecond * SPACING_MS) / 1000).toFixed(3)),
    }
  })
}

/** Fifty identical searches at the same time. */
export async function identical() {
  return inSandbox({ provider: 'image-search', latencyMs: LATENCY_MS, settings: OFF }, async (sandbox) => {
    const keys = await clientKeys(sandbox, 10)
    const picture = freshPicture(sandbox)
    const visits = await Promise.all(
      Array.from({ length: 50 }, (_, i) => visit(sandbox, keys[i % 10] ?? '', picture)),
    )
    return { ...summaryOf(visits), calls: sandbox.gateway.arrivals.length }
  })
}

/** For a minute 1688 accepts calls but answers none. Measures that minute and the recovery. */
export async function blackout() {
  return inSandbox({ provider: 'image-search', latencyMs: LATENCY_MS, settings: OFF }, async (sandbox) => {
    const keys = await clientKeys(sandbox, 20)
    let next = 0
    const startedAt = performance.now()
    let endedAt = Number.POSITIVE_INFINITY
    const { arrivals } = sandbox.gateway
    let callsMeanwhile = 0
    sandbox.gateway.setFault('hang')
    const end = sleep(60_000).then(() => {
      callsMeanwhile = arrivals.length
      arrivals.length = 0
      sandbox.gateway.clearFaults()
      endedAt = performance.now()
    })
    const times: { at: number; visit: Visit }[] = []
    await openLoop(85_000, 1000, async () => {
      const made = await visit(sandbox, keys[next++ % keys.length] ?? '', freshPicture(sandbox))
      times.push({ at: performance.now(), visit: made })
      return made
    })
    await end
    const firstGood = times.find(({ visit: { status, code } }) => status === 200 && code === undefined)
    const meanwhile = times.filter(({ at }) => at < endedAt).map((time) => time.visit)
    const afterwards = times.filter(({ at }) => at >= endedAt + 12_000).map((time) => time.visit)
    return {
      seconds: Math.round((endedAt - startedAt) / 1000),
      callsMeanwhile,
      meanwhile: summaryOf(meanwhile),
      recoveredAfterMs: firstGood ? Math.round(firstGood.at - endedAt) : null,
      ...arrivalsOf(sandbox),
      twelveSecondsLater: summaryOf(afterwards),
    }
  })
}

/** A cached answer, compared with the route that does nothing. */
export async function cacheHits() {
  return inSandbox({ provider: 'image-search' }, async (sandbox) => {
    const picture = freshPicture(sandbox)
    await searchPlainly(sandbox, picture)
    await sleep(300)
    const calls = sandbox.gateway.arrivals.length
    const [hits, noOps]: [number[], number[]] = [[], []]
    for (let run = 0; run < 330; run++) {
      const [hit, noOp] = [
        await timed(() => searchPlainly(sandbox, picture)),
        await timed(() => askHealth(sandbox)),
      ]
      if (run < 30) continue
      hits.push(hit)
      noOps.push(noOp)
    }
    return {
      runs: hits.length,
      hitMs: { p50: quantile(hits, 0.5), p95: quantile(hits, 0.95) },
      noOpMs: { p50: quantile(noOps, 0.5), p95: quantile(noOps, 0.95) },
      ratioP50: Number((quantile(hits, 0.5) / quantile(noOps, 0.5)).toFixed(2)),
      furtherCalls: sandbox.gateway.arrivals.length - calls,
    }
  })
}

async function askHealth({ workerUrl }: Sandbox): Promise<void> {
  await (await fetch(workerUrl + PATHS.health)).arrayBuffer()
}

/** To an address that takes no body. */
async function sendForNothing({ workerUrl }: Sandbox, picture: Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = { 'Content-Type': 'image/jpeg' }
  await (await fetch(workerUrl + PATHS.health, { method: 'POST', headers, body: picture })).arrayBuffer()
}

async function searchPlainly(
  { workerUrl, clientKey }: Sandbox,
  picture: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const headers = { Authorization: `Bearer ${clientKey}`, 'Content-Type': 'image/jpeg' }
  const response = await fetch(workerUrl + PATHS.search, { method: 'POST', headers, body: picture })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`the worker answered with ${response.status}`)
}

async function callDirectly({ gateway }: Sandbox, picture: Uint8Array): Promise<void> {
  const [app] = gateway.apps
  const form: Record<string, string> = {
    app_key: app?.appKey ?? '',
    timestamp: String(Date.now()),
    imgBase64: Buffer.from(picture).toString('base64'),
    searchType: '1',
    page: '1',
    pageSize: '20',
  }
  const sign = imageSearchSign(form, app?.appSecret ?? '')
  const url = `${gateway.url}/param2/1/com.alibaba.product/alibaba.product.image.search/`
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ ...form, sign }) })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`the gateway answered with ${response.status}`)
}

/** How long it took, without the gateway's own time. */
async function ownTime({ gateway }: Sandbox, work: () => Promise<void>): Promise<number> {
  gateway.arrivals.length = 0
  const tookMs = await timed(work)
  return tookMs - (gateway.arrivals[0]?.serviceMs ?? 0)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Starts one after the other at a fixed rate, whether or not the previous one is done. */
export async function openLoop(
  forMs: number,
  everyMs: number,
  start: () => Promise<Visit>,
): Promise<Visit[]> {
  const visits: Promise<Visit>[] = []
  const startedAt = performance.now()
  for (let i = 0; i * everyMs < forMs; i++) {
    await sleep(Math.max(0, startedAt + i * everyMs - performance.now()))
    visits.push(start())
  }
  return Promise.all(visits)
}

export function summaryOf(visits: Visit[]) {
  const refused = visits.filter(({ status }) => status === 429 || status === 503)
  const failed = visits.filter(({ status, code }) => status !== 429 && status !== 503 && code !== undefined)
  const waits = visits.flatMap(({ waitMs }) => waitMs ?? [])
  return {
    searches: visits.length,
    refused: refused.length,
    failed: failed.length,
    waitMs: { p50: quantile(waits, 0.5), p95: quantile(waits, 0.95) },
    refusalMs: {
      p50: quantile(
        refused.map(({ totalMs }) => totalMs),
        0.5,
      ),
      p95: quantile(
        refused.map(({ totalMs }) => totalMs),
        0.95,
      ),
    },
  }
}

/** What the gateway saw: the calls per second between the first and the last, and whether they were too many. */
export function arrivalsOf({ gateway }: Sandbox) {
  const times = gateway.arrivals.map(({ at }) => at)
  const forMs = (times.at(-1) ?? 0) - (times[0] ?? 0)
  return {
    calls: times.length,
    callsPerSecond: Number((((times.length - 1) * 1000) / forMs).toFixed(3)),
    mostInASecond: gateway.maxArrivalsPerSecond(),
    throttled: gateway.arrivals.filter(({ outcome }) => outcome.includes('403') || outcome.includes('Qos'))
      .length,
  }
}
