/** Lets the page paint and handle events. Unlike a timer, it is not throttled in a hidden tab. */
function pause(): Promise<void> {
  // Chrome before 129 and Firefox before 142 do not have it.
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0))
}

/** Runs heavy work one piece at a time, with a pause before each. */
export function serialize(): <T>(work: () => T) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(pause).then(work)
    last = result.catch(() => {})
    return result
  }
}

/** Lets long work run in slices: between its pieces, `rest()` pauses whenever a slice has taken its time. */
export function slices(sliceMs = 12): { rest(): Promise<void> } {
  let startedAt = performance.now()
  return {
    async rest() {
      if (performance.now() - startedAt < sliceMs) return
      await pause()
      startedAt = performance.now()
    },
  }
}
