import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectionCode, type NewClient } from '@find-on-1688/shared'
import { createClient, createOperator } from '@find-on-1688/shared/client'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type Gateway, startGateway } from '../../fakes/gateway/index.ts'
import { type ListedProduct, listProducts } from '../../fakes/product-list/index.ts'
import { writeFolder } from '../../fakes/product-list/tables.ts'
import { PATIENT } from '../../fakes/sandbox/index.ts'
import { type RunningWorker, startWorker } from '../../fakes/sandbox/worker.ts'

const ADMIN_TOKEN = 'admin-token-of-these-tests'
const APP = { appKey: '1000000', appSecret: 'secret', accessToken: 'token' }
const QPS = 12

/** A fake platform, a worker, and for each test a folder of its own. */
class Stage {
  /** Where the list of the test is. */
  folder = ''
  #gateway: Gateway | undefined
  #worker: RunningWorker | undefined
  #unused: ListedProduct[] = []

  async open(products: number): Promise<void> {
    const gateway = await startGateway({ ...APP, latencyMs: 250, maxQps: QPS })
    this.#gateway = gateway
    // One of those that nobody sells is of a single colour.
    this.#unused = (await listProducts(gateway.catalogue, products * 1.1)).filter(({ photoOf }) => photoOf)
    this.#worker = await startWorker({
      settings: {
        ...{ PROVIDER: 'crossborder', GATEWAY_URL: gateway.url, RATES_URL: gateway.ratesUrl },
        ...{ MAX_QPS: String(QPS), APP_KEY: APP.appKey, APP_SECRET: APP.appSecret },
        ...{ ACCESS_TOKEN: APP.accessToken, ADMIN_TOKEN },
      },
    })
  }

  async close(): Promise<void> {
    await this.#worker?.close()
    await this.#gateway?.close()
  }

  begin(): void {
    this.folder = mkdtempSync(join(tmpdir(), 'match-'))
    if (this.#gateway) this.#gateway.arrivals.length = 0
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  get address(): string {
    return this.#worker?.url ?? ''
  }

  /**
   * The list of a test: so many products, with their pictures in the folder. Each picture is in one list only, because the
   * worker caches its answer.
   */
  async take(count: number): Promise<ListedProduct[]> {
    const products = this.#unused.splice(0, count)
    if (products.length < count) throw new Error('there are no more products')
    await writeFolder(products, this.folder)
    return products
  }

  async newClient(limits: Partial<NewClient> = {}) {
    const { address } = this
    const operator = createOperator({ address, adminToken: ADMIN_TOKEN }, PATIENT)
    const { key } = await operator.createClient({ name: 'match', ...limits })
    const usage = async () => (await createClient({ address, key }, PATIENT).usage()).dailySearches.used
    return { secret: connectionCode({ address, key }), usage }
  }

  /**
   * How many searches 1688 was paid for, and how often a picture was uploaded more than once: the worker remembers an upload
   * for some minutes.
   */
  paidCalls() {
    const { arrivals = [] } = this.#gateway ?? {}
    const uploads = arrivals.flatMap(({ pictureSha256 }) => pictureSha256 ?? [])
    return {
      searches: arrivals.length - uploads.length,
      repeatedUploads: uploads.length - new Set(uploads).size,
    }
  }
}

/** Opens it before the tests of a file, and closes it after them. */
export function useStage(products: number): Stage {
  const stage = new Stage()
  beforeAll(() => stage.open(products))
  afterAll(() => stage.close())
  beforeEach(() => stage.begin())
  afterEach(() => stage.end())
  return stage
}

export const once = (searches: number) => ({ searches, repeatedUploads: 0 })

export function linesOf(text: string) {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
