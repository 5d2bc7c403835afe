import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A 5 ms timer that fires this much late means that other processes had the machine. */
const STALL_MS = 40
const ATTEMPTS = 6

/** Measures the largest delay of a timer, in a thread that does nothing else. */
const PROBE = `
  const { parentPort } = require('node:worker_threads')
  let last = performance.now()
  let worstMs = 0
  setInterval(() => {
    const now = performance.now()
    worstMs = Math.max(worstMs, now - last - 5)
    last = now
  }, 5)
  parentPort.once('message', () => parentPort.postMessage(worstMs))`

/**
 * Runs a test that measures real time. A failure counts unless the machine stalled meanwhile: then the measurement is
 * worthless, and the test runs again.
 */
export async function retryWhenStalled(run: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const probe = new Worker(PROBE, { eval: true })
    try {
      return await run()
    } catch (error) {
      const answer = once(probe, 'message')
      probe.postMessage('how late?')
      const [worstMs] = (await answer) as [number]
      if (worstMs < STALL_MS || attempt === ATTEMPTS) throw error
      console.log(`the machine stalled for ${Math.round(worstMs)} ms: measuring again`)
    } finally {
      await probe.terminate()
    }
  }
}
