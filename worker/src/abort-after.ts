/**
 * A signal that aborts after some milliseconds, and a timer that ends with the block it is used in: unlike that of
 * `AbortSignal.timeout`, which would keep an object awake until it fires.
 */
export function abortAfter(ms: number): Disposable & { signal: AbortSignal } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) }
}
