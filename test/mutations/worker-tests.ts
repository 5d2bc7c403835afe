import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest, type Vitest } from 'vitest/node'
import { ROOT } from '../tools/paths.ts'
import type { Mutation } from './mutations.ts'

export const WORKER = join(ROOT, 'worker')

export interface Outcome {
  /** Full names of tests. */
  passed: string[]
  failed: string[]
  /** Errors outside of tests, such as a file that does not parse. */
  errors: string[]
}

/** The worker's tests, in a Vitest that starts once and then runs one file after the other, with a mutation or without. */
export class WorkerTests {
  readonly #vitest: Vitest
  readonly #current: { mutation?: Mutation | undefined }

  private constructor(vitest: Vitest, current: { mutation?: Mutation | undefined }) {
    this.#vitest = vitest
    this.#current = current
  }

  static async start(): Promise<WorkerTests> {
    // Otherwise Miniflare asks the network for its location.
    process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
    const current: { mutation?: Mutation | undefined } = {}
    const options = {
      root: WORKER,
      config: join(WORKER, 'vitest.config.ts'),
      watch: false,
      reporters: [{}],
      // A cached file could be the mutated one, or the original where the mutated one is meant.
      fsModuleCache: false,
    }
    return new WorkerTests(await createVitest('test', options, { plugins: [mutate(current)] }), current)
  }

  async run(testFile: string, mutation?: Mutation): Promise<Outcome> {
    this.#setMutation(mutation)
    const specifications = await this.#vitest.globTestSpecifications([`src/${testFile}`])
    await this.#vitest.runTestSpecifications(specifications)
    this.#setMutation(undefined)
    const [module, ...others] = specifications.map(({ testModule }) => testModule)
    if (!module || others.length > 0) throw new Error(`${testFile} is no single test file that was run`)
    const tests = [...module.children.allTests()]
    const named = (state: string) =>
      tests.filter((test) => test.result().state === state).map(({ fullName }) => fullName)
    const errors = module.errors().map(({ message }) => message)
    return { passed: named('passed'), failed: named('failed'), errors }
  }

  stop(): Promise<void> {
    return this.#vitest.close()
  }

  /** The files of the last and the next mutation are loaded again. */
  #setMutation(mutation: Mutation | undefined): void {
    for (const changed of [this.#current.mutation, mutation])
      if (changed) this.#vitest.invalidateFile(join(WORKER, 'src', changed.file))
    this.#current.mutation = mutation
  }
}

/** Changes one file of the worker as it is loaded. */
function mutate(current: { mutation?: Mutation | undefined }) {
  return {
    name: 'mutation',
    enforce: 'pre' as const,
    load: (id: string) => {
      const { file, from, to } = current.mutation ?? {}
      if (!file || !from || id !== join(WORKER, 'src', file)) return undefined
      return readFileSync(id, 'utf8').replace(from, () => to ?? '')
    },
  }
}
