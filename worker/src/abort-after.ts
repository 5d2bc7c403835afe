/**
 * A signal that aborts after some milliseconds. Its timer ends with the block it is used in; that of `AbortSignal.timeout`
 * would keep a Durable Object awake until it fires.
 */
export function abortAfter(ms: number): Disposable & { signal: AbortSignal } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) }
}
