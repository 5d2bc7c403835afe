import { defineConfig } from 'vitest/config'
import { longestFirst } from '../tools/longest-first.ts'
import type { BrowserName } from './browser/driver.ts'

/** What these look at is the same in either browser. */
const CHROMIUM_ONLY = 'stories/*.chromium.test.ts'

/**
 * Views and figures, in which the browsers differ little: Firefox runs these with STORIES=all alone. It always runs what
 * depends on the browser: clicks, pictures, pages, surfaces, keys, files, and a part of the states.
 */
const SELDOM_DIFFERENT = [
  'access',
  'axe',
  'calls',
  'compare',
  'contact',
  'gallery',
  'history',
  'listing',
  'margin',
  'offer-page',
  'price-tiers',
  'product-list',
  'results',
  'supplier',
  'typed',
  'variants',
  'watch',
]
const IN_CHROMIUM =
  process.env.STORIES === 'all'
    ? [CHROMIUM_ONLY]
    : [CHROMIUM_ONLY, ...SELDOM_DIFFERENT.map((story) => `stories/${story}.test.ts`)]

/** These take longest. */
const LONGEST = [
  'pages',
  'states',
  'states-mirrored.chromium',
  'picture-formats',
  'area',
  'hidden-pictures',
  'results',
]

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
    projects: [project('chromium'), project('firefox', IN_CHROMIUM)],
    // Each file has a screen, a profile, a worker and ports of its own, so two can run at a time.
    maxWorkers: 2,
    sequence: { sequencer: longestFirst(LONGEST) },
  },
})
