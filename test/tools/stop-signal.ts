const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Aborts when this process is to end: on Ctrl-C, on SIGTERM, or when its parent is gone. Called again, it takes the signals
 * back from Wrangler and Miniflare, which end the process at once on them.
 */
export function listenForStop(stop = new AbortController()): AbortController {
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal)
    process.on(signal, () => stop.abort())
  }
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) stop.abort()
  }, 250).unref()
  stop.signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  return stop
}
