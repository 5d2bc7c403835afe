import { defineConfig } from 'vitest/config'

/** How many mutations are tested at the same time. */
export const AT_ONCE = 2

export default defineConfig({
  test: {
    name: 'mutations',
    include: ['*.test.ts'],
    maxConcurrency: AT_ONCE,
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
})
