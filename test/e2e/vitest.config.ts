import { defineConfig } from 'vitest/config'
import type { BrowserName } from './browser/index.ts'

/** Every story runs in both browsers, except these: what they look at is the same in either. */
const CHROMIUM_ONLY = 'stories/*.chromium.test.ts'

const project = (browser: BrowserName, exclude: string[] = []) => ({
  test: {
    name: browser,
    include: ['stories/*.test.ts'],
    exclude,
    provide: { browser },
    globalSetup: 'build.ts',
    // Ceilings for a loaded machine, not expectations: what is awaited usually comes within a second.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
  },
})

export default defineConfig({
  test: {
    projects: [project('chromium'), project('firefox', [CHROMIUM_ONLY])],
    // Each file has a screen, a profile, a worker and ports of its own, so two can run at a time.
    maxWorkers: 2,
  },
})
