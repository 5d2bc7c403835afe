const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
export type StopSignal = (typeof SIGNALS)[number]

/**
 * Aborts, with the name of the signal as the reason's message, when this process is to end: on Ctrl-C, on SIGTERM, with the terminal, or
 * when its parent is gone. Wrangler, Miniflare and web-ext end the process at once on these signals, so that nothing is closed:
 * they are not asked.
 */
export function listenForStop(): AbortController {
  const stop = new AbortController()
  const onSignal = (signal: StopSignal) => stop.abort(new DOMException(signal, 'AbortError'))
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal)
    process.on(signal, onSignal)
  }
  process.on('newListener', (event, listener) => {
    if (listener !== onSignal && SIGNALS.some((signal) => signal === event))
      queueMicrotask(() => process.off(event, listener))
  })
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) onSignal('SIGTERM')
  }, 250).unref()
  stop.signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  return stop
}
