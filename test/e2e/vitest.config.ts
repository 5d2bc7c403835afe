import { defineConfig } from 'vitest/config'

// One browser after the other: each has a screen and a mouse of its own, but the machine is shared.
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
})
