import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'gateway',
    include: [
      'calibrate/**/*.test.ts',
      'controls/**/*.test.ts',
      'gateway/**/*.test.ts',
      'photo/**/*.test.ts',
      'scale/**/*.test.ts',
      'sandbox/**/*.test.ts',
      'shop/**/*.test.ts',
      'texts/**/*.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
