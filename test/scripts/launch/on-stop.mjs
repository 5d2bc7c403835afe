import { readFileSync } from 'node:fs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Calls back with the signal each time that this process is told to end. SIGTERM comes here alone, or to npm, whose shell dies
 * of it without passing it on and leaves this an orphan. A killed npm leaves its shell as well. Both count as SIGTERM.
 *
 * @returns takes the listening back
 */
export function onStop(callback) {
  for (const signal of SIGNALS) process.on(signal, callback)
  const parents = parentsOfThis()
  const timer = setInterval(() => {
    if (parentsOfThis() !== parents) callback('SIGTERM')
  }, 250).unref()
  return () => {
    clearInterval(timer)
    for (const signal of SIGNALS) process.off(signal, callback)
  }
}

/** This process's parent and, if that is the shell which npm runs its scripts with, npm. Only Linux tells the latter. */
function parentsOfThis() {
  const shell = process.ppid
  try {
    const [, name, npm] = /^\d+ \((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${shell}/stat`, 'utf8'))
    if (process.env.npm_lifecycle_event && /^(ba|da|z|k)?sh$/.test(name)) return `${shell} ${npm}`
  } catch {}
  return `${shell}`
}
