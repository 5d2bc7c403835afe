const INTERVAL_MS = 500
const INTERVAL_IN_LOG_MS = 30_000
/** Fewer say little of how long the others take. */
const MEASURED = 10

export interface Progress {
  /** @param searched whether it took a search, and not an answer that was known */
  add(isFailed: boolean, searched: boolean): void
  /** So that other lines do not run into it. */
  end(): void
}

interface ProgressOptions {
  rows: number
  /** A terminal shows one line; a log gets one now and then. */
  isTerminal: boolean
  write(text: string): void
  now?: () => number
}

export function showProgress({ rows, isTerminal, write, now = Date.now }: ProgressOptions): Progress {
  const startedAt = now()
  let [done, failed, searched, width] = [0, 0, 0, 0]
  let shownAt = startedAt
  const text = () => {
    const parts = [`${done} of ${rows} rows`]
    if (failed > 0) parts.push(`${failed} failed`)
    if (searched >= MEASURED && done < rows)
      parts.push(leftText(((now() - startedAt) / searched) * (rows - done)))
    return parts.join(' · ')
  }
  const show = () => {
    const line = text()
    write(isTerminal ? `\r${line.padEnd(width)}` : `${line}\n`)
    width = line.length
    shownAt = now()
  }
  return {
    add(isFailed, isSearched) {
      done++
      if (isFailed) failed++
      if (isSearched) searched++
      if (now() - shownAt >= (isTerminal ? INTERVAL_MS : INTERVAL_IN_LOG_MS)) show()
    },
    end() {
      show()
      if (isTerminal) write('\n')
    },
  }
}

function leftText(ms: number): string {
  const minutes = ms / 60_000
  return minutes < 1 ? 'less than a minute left' : `about ${Math.ceil(minutes)} min left`
}
