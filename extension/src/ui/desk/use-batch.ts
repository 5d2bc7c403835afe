import { useEffect, useState } from 'preact/hooks'
import { getBatch, getBatchRows, getBatchRowsAt } from '../../db/batches.ts'
import { watchBatches } from '../../db/notify-batch.ts'
import type { Batch, BatchRow } from '../../model/batch.ts'

export interface LoadedBatch {
  batch: Batch
  /** In the user's order. Rows that have not changed stay the same objects. */
  rows: readonly BatchRow[]
}

interface State {
  loaded?: LoadedBatch
  /** There is no such batch, or there is none any more. */
  isMissing?: true
  failure?: unknown
}

/** A run changes several rows a second. */
const PAUSE_MS = 100

/** A batch with all its rows, kept up to date with what this and other tabs write. */
export function useBatch(id: string): State {
  const [state, setState] = useState<State>({})
  useEffect(() => {
    const follower = new Follower(id, setState)
    return () => follower.stop()
  }, [id])
  return state
}

/** Reads what has changed: at once, and then no more often than every `PAUSE_MS`. */
class Follower {
  readonly #id: string
  readonly #show: (state: State) => void
  readonly #unwatch: () => void
  readonly #changed = new Set<number>()
  #rows: readonly BatchRow[] | undefined
  #isReading = false
  #isChanged = true
  #isStopped = false

  constructor(id: string, show: (state: State) => void) {
    this.#id = id
    this.#show = show
    this.#unwatch = watchBatches(({ batchId, indexes }) => {
      if (batchId !== id) return
      this.#isChanged = true
      for (const index of indexes ?? []) this.#changed.add(index)
      this.#read()
    })
    this.#read()
  }

  stop(): void {
    this.#isStopped = true
    this.#unwatch()
  }

  async #read(): Promise<void> {
    if (this.#isReading) return
    this.#isReading = true
    while (this.#isChanged && !this.#isStopped) {
      this.#isChanged = false
      await this.#readOnce().catch((failure: unknown) => this.#show({ failure }))
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
    this.#isReading = false
  }

  async #readOnce(): Promise<void> {
    const indexes = [...this.#changed]
    this.#changed.clear()
    const [batch, rows] = await Promise.all([
      getBatch(this.#id),
      this.#rows ? getBatchRowsAt(this.#id, indexes) : getBatchRows(this.#id),
    ])
    if (this.#isStopped) return
    if (!batch) return this.#show({ isMissing: true })
    this.#rows = this.#rows ? withChanged(this.#rows, rows) : rows
    this.#show({ loaded: { batch, rows: this.#rows } })
  }
}

function withChanged(rows: readonly BatchRow[], changed: readonly BatchRow[]): readonly BatchRow[] {
  if (changed.length === 0) return rows
  const byIndex = new Map(changed.map((row) => [row.index, row]))
  return rows.map((row) => byIndex.get(row.index) ?? row)
}
