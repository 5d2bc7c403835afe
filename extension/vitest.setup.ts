import { vi } from 'vitest'

/** A ceiling for a loaded machine: the second that Vitest waits by itself has been too short there. */
const TIMEOUT_MS = 20_000

const { waitFor } = vi
vi.waitFor = (callback, options = TIMEOUT_MS) => waitFor(callback, options)
