import { defineConfig } from 'vitest/config'

/** Nothing here waits: a test that takes a second may take many on a loaded machine, and is no worse for it. */
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 } })
