/** Work that is asked for more often than it is worth doing. */
export interface Throttled {
  /** Does it at once, or, soon after the last time, when the span is over: then once, however often it was asked for. */
  ask(): void
  /** Drops what is still to be done. */
  end(): void
}

export function throttle(spanMs: number, work: () => void): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsked = false
  const run = () => {
    isAsked = false
    timer = setTimeout(() => {
      timer = undefined
      if (isAsked) run()
    }, spanMs)
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
