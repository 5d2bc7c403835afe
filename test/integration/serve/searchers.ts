import { setTimeout as sleep } from 'node:timers/promises'
import { type ErrorCode, PATHS, type Problem } from '@find-on-1688/shared'
import { blackPng } from '../../images/raw.ts'

interface Search {
  key: string
  picture: Buffer
}

/** Clients that search one picture after another, also while nothing answers. */
export class Searchers {
  /** The searches that were answered with offers. */
  readonly answered: Search[] = []
  readonly failures: Partial<Record<ErrorCode, number>> = {}
  /** Searches that were never answered, because the worker was killed or is not there. */
  broken = 0
  readonly #worker: string
  readonly #loops: Promise<void>[] = []
  #isStopped = false
  #pictures = 0

  constructor(worker: string) {
    this.#worker = worker
  }

  start(key: string, atOnce: number): void {
    for (let i = 0; i < atOnce; i++) this.#loops.push(this.#loop(key))
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await Promise.all(this.#loops)
  }

  /** Asks for some of the answers again, evenly chosen; resolves to how many were answered. */
  async askAgain(most: number): Promise<number> {
    const step = Math.max(1, Math.floor(this.answered.length / most))
    const some = this.answered.filter((_, index) => index % step === 0).slice(0, most)
    let answers = 0
    for (const search of some) if ((await this.#post(search)).ok) answers++
    return answers
  }

  async #loop(key: string): Promise<void> {
    while (!this.#isStopped) {
      const side = this.#pictures++
      const search = { key, picture: blackPng(300 + (side % 300), 300 + Math.floor(side / 300)) }
      try {
        const response = await this.#post(search)
        if (response.ok) {
          await response.json()
          this.answered.push(search)
          continue
        }
        const { code, retryAfterMs = 100 } = (await response.json()) as Problem
        this.failures[code] = (this.failures[code] ?? 0) + 1
        await sleep(Math.min(retryAfterMs, 500))
      } catch {
        this.broken++
        await sleep(50)
      }
    }
  }

  #post({ key, picture }: Search): Promise<Response> {
    return fetch(this.#worker + PATHS.search, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'image/png' },
      body: new Uint8Array(picture),
    })
  }
}
