/** Lets the page do what waits: draw, and hear a key. Unlike a timer it is not slowed down in a tab out of sight. */
function pause(): Promise<void> {
  // Chrome before 129 and Firefox before 142 do not know it.
  const known: Partial<Scheduler> | undefined = globalThis.scheduler
  return known?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0))
}

/** Heavy work that is done piece by piece: one at a time, with a pause before each. */
export function serialize(): <T>(work: () => T) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(pause).then(work)
    last = result.catch(() => {})
    return result
  }
}
