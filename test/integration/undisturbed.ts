import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A timer of 5 ms that comes so much later did so because the machine was busy with others. */
const STALL_MS = 40
const ATTEMPTS = 6

/** Notes how late a timer comes at worst, in a thread that does nothing else. */
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
 * Runs what measures real time. A failure counts where the machine gave it its time; where the machine stood still
 * meanwhile, nothing was measured, and it runs again.
 */
export async function undisturbed(run: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const probe = new Worker(PROBE, { eval: true })
    try {
      return await run()
    } catch (error) {
      const answer = once(probe, 'message')
      probe.postMessage('how late?')
      const [worstMs] = (await answer) as [number]
      if (worstMs < STALL_MS || attempt === ATTEMPTS) throw error
      console.log(`the machine stood still for ${Math.round(worstMs)} ms: measured again`)
    } finally {
      await probe.terminate()
    }
  }
}
