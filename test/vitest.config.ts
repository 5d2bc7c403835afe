import { defineConfig } from 'vitest/config'
import { longestFirst } from './tools/longest-first.ts'

export default defineConfig({
  test: {
    name: 'test',
    include: [
      '{deploy,fakes,images,integration,match,repository,research,scripts,serve,start,tools,verify}/**/*.test.ts',
    ],
    globalSetup: 'fakes/sandbox/build.ts',
    // Many of these wait for the worker's real limits and use little CPU.
    maxWorkers: 2,
    sequence: {
      sequencer: longestFirst([
        ...[
          'serve',
          'deploy',
          'failures',
          'photo',
          'going-on',
          'tokens',
          'start',
          'proxy',
          'faults',
          'match',
        ],
        ...['operator', 'lists', 'generated-clients', 'platform-answers'],
      ]),
    },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
