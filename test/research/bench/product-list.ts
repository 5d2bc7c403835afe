import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver, View } from '../../e2e/browser/driver.ts'
import { launch } from '../../e2e/browser/launch.ts'
import { extensionFor } from '../../e2e/stage/built-extension.ts'
import { readAnswers, readList, saveList, storedList } from '../../e2e/stage/product-lists.ts'
import { seeded } from '../../fakes/gateway/catalogue/random.ts'
import type { ListedProduct } from '../../fakes/product-list/index.ts'
import { listProducts } from '../../fakes/product-list/index.ts'
import { issueClient, type Sandbox, startSandbox } from '../../fakes/sandbox/index.ts'
import { LATENCY_MS, openLoop, SPACING_MS, summaryOf } from './proxy.ts'
import { clientKeys, freshPicture, sleep, visit } from './visitor.ts'

const PROVIDERS = ['image-search', 'crossborder'] as const
type Provider = (typeof PROVIDERS)[number]

/** Upload and query where the API takes them apart. */
const CALLS = { 'image-search': 1, crossborder: 2 }

/** A sandbox, a list of products in a browser, and the profile that outlives the browser. */
interface Run {
  sandbox: Sandbox
  products: ListedProduct[]
  driver: Driver
  desk: View
  id: string
  /** Kills the browser and opens the desk in a new one. */
  restart(): Promise<void>
}

/** A list of 500 products from the first search to the last, alone at the proxy. */
export async function productList() {
  const results: object[] = []
  for (const provider of PROVIDERS)
    results.push(await withRun(provider, 500, (run) => untilDone(run, provider)))
  return results
}

/** Ten people who search single pictures while a list of products is searched. */
export async function peopleBesideList() {
  const results: object[] = []
  for (const provider of PROVIDERS) {
    const everyMs = provider === 'crossborder' ? 15_000 : 7500
    results.push(
      await withRun(provider, 150, async ({ sandbox, desk, id }) => {
        const keys = await clientKeys(sandbox, 10)
        const people = keys.map(async (key, i) => {
          await sleep(((i * 0.618) % 1) * everyMs)
          return openLoop(60_000 - everyMs, everyMs, () => visit(sandbox, key, freshPicture(sandbox)))
        })
        const { searches, refused, failed, waitMs } = summaryOf((await Promise.all(people)).flat())
        const { rows } = await readList(desk, id)
        return {
          provider,
          ...{ searches, refused, failed, p50Ms: waitMs.p50, p95Ms: waitMs.p95 },
          rowsDoneBeside: rows.filter(({ state }) => state === 'done').length,
          mostInASecond: sandbox.gateway.maxArrivalsPerSecond(),
        }
      }),
    )
  }
  return results
}

/** The tab or the whole browser is killed 20 times at random moments of a run. */
export async function productListKills() {
  const results: object[] = []
  for (const provider of PROVIDERS) {
    const random = seeded(`kills ${provider}`)
    results.push(
      await withRun(provider, 120, async (run) => {
        let browsers = 0
        let tabs = 0
        while (browsers + tabs < 20) {
          await sleep(random.between(100, 2500))
          if (random.chance(0.5)) {
            browsers++
            await run.restart()
          } else {
            tabs++
            await run.desk.close()
            run.desk = await openDesk(run.driver, run.id)
          }
        }
        return { browsers, tabs, ...(await untilDone(run, provider)) }
      }),
    )
  }
  return results
}

async function withRun<T>(provider: Provider, count: number, work: (run: Run) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ provider, latencyMs: LATENCY_MS })
  const home = await mkdtemp(join(tmpdir(), 'list-'))
  const { key } = await issueClient(sandbox.workerUrl, sandbox.adminToken, 'seller')
  const extensionDir = await extensionFor('chrome', { address: sandbox.workerUrl, key })
  const open = () => launch('chromium', { extensionDir, home })
  const run = { sandbox, products: await listProducts(sandbox.gateway.catalogue, count) } as Run
  try {
    run.driver = await open()
    const list = await storedList(run.products, { state: 'running' })
    run.id = list.batch.id
    const app = await run.driver.extensionPage('app.html#history')
    await saveList(app, list)
    await app.close()
    run.desk = await openDesk(run.driver, run.id)
    run.restart = async () => {
      await run.driver.kill()
      run.driver = await open()
      run.desk = await openDesk(run.driver, run.id)
    }
    return await work(run)
  } finally {
    await run.driver?.close()
    await sandbox.close()
    await Promise.all([home, extensionDir].map((folder) => rm(folder, { recursive: true, force: true })))
  }
}

function openDesk(driver: Driver, id: string): Promise<View> {
  return driver.extensionPage(`app.html#batch/${id}`)
}

/** Waits for the end, and counts what was lost or searched twice by what the platform has seen. */
async function untilDone(run: Run, provider: Provider) {
  const { sandbox, products, id } = run
  const memory: number[] = []
  for (;;) {
    const { batch } = await readList(run.desk, id)
    memory.push(await run.driver.residentBytes())
    if (batch.state === 'done') break
    if (batch.state === 'paused') throw new Error(`it paused: ${JSON.stringify(batch)}`)
    // Looking costs time that the run would have.
    await sleep(10_000)
  }
  const { batch, rows } = await readList(run.desk, id)
  const answers = new Map((await readAnswers(run.desk, id)).map((answer) => [answer.digest, answer]))
  const { arrivals } = sandbox.gateway
  const uploads = arrivals.flatMap(({ pictureSha256, outcome }) =>
    outcome === 'ok' ? (pictureSha256 ?? []) : [],
  )
  const [first, last] = [arrivals[0]?.at ?? 0, arrivals.at(-1)?.at ?? 0]
  const perSecond = ((arrivals.length - 1) * 1000) / (last - first)
  const isRight = ({ offerIds }: ListedProduct, digest: string | null) => {
    const found = answers.get(digest ?? '')?.offers.map(({ offerId }) => offerId) ?? []
    return offerIds.length === 0 || offerIds.slice(0, 1).every(() => offerIds.includes(found[0] ?? ''))
  }
  return {
    provider,
    rows: rows.length,
    seconds: Math.round((last - first) / 1000),
    calls: arrivals.length,
    callsNeeded: new Set(rows.map(({ digest }) => digest)).size * CALLS[provider],
    refusedByRate: arrivals.filter(({ outcome }) => /403|Qos/.test(outcome)).length,
    shareOfAllowed: Number(((perSecond * SPACING_MS) / 1000).toFixed(3)),
    mostInASecond: sandbox.gateway.maxArrivalsPerSecond(),
    lost: rows.filter(({ state }) => state !== 'done').length,
    pictureTwice: uploads.length - new Set(uploads).size,
    searchesCounted: batch.searches,
    wrongOffers: products.filter((product, at) => !isRight(product, rows[at]?.digest ?? null)).length,
    mostMemoryMB: Math.round(Math.max(...memory) / 1e6),
    memoryAtStartMB: Math.round((memory[0] ?? 0) / 1e6),
  }
}
