/** Work that is requested more often than it is worth doing. */
export interface Throttled {
  /** Runs it at once or, soon after the last time, once when the interval is over, however often it is called. */
  ask(): void
  /** Drops a pending run. */
  end(): void
}

export function throttle(intervalMs: number, work: () => void): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsked = false
  const run = () => {
    isAsked = false
    timer = setTimeout(() => {
      timer = undefined
      if (isAsked) run()
    }, intervalMs)
    work()
  }
  return {
    ask: () => {
      isAsked = true
      if (timer === undefined) run()
    },
    end: () => {
      clearTimeout(timer)
      timer = undefined
      isAsked = false
    },
  }
}
