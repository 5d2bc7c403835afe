import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler'

/** Answers with a few bytes of a body and never with the rest, which takes a real connection. */
const STALLS = 'https://stalls.test/'

/** How many calls the long simulations play: `sampled` is a tenth, `whole` is what `npm test` plays. */
const { SIMULATION = 'sampled' } = process.env
if (SIMULATION !== 'sampled' && SIMULATION !== 'whole') throw new Error('SIMULATION must be sampled or whole')

/** The bindings of wrangler.jsonc, which the plugin would mix with what an operator has in .dev.vars. */
const config = unstable_readConfig({ config: join(import.meta.dirname, 'wrangler.jsonc') })
const { modulesRules: _, ...options } = unstable_getMiniflareWorkerOptions({
  ...config,
  // Wrangler would look for them in the environment, and warn.
  secrets: undefined,
}).workerOptions

/** The tests run in workerd, with the worker. Every secret is a canary: it must appear in no answer and no log. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      main: './src/index.ts',
      miniflare: {
        ...options,
        bindings: {
          ...(config.vars as Record<string, string>),
          GATEWAY_URL: 'https://gateway.test/openapi',
          // The spacing is tested on its own; nothing else should wait for it.
          MAX_QPS: '100',
          SIMULATION,
          APP_KEY: 'canary-app-key',
          APP_SECRET: 'canary+app/secret=',
          ACCESS_TOKEN: 'canary+access/token=',
          ADMIN_TOKEN: 'canary-admin-token',
          ATTESTATION_KEY: JSON.stringify(
            generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
          ),
        },
        // A test that forgot to mock the gateway fails instead of reaching the network.
        outboundService: ({ url }: { url: string }) =>
          url === STALLS
            ? new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(9)) }))
            : new Response('no test reaches the network', { status: 599 }),
      },
    }),
  ],
  test: {
    globalSetup: './generate/write-modules.ts',
    name: 'worker',
    include: ['src/**/*.test.ts'],
    fsModuleCache: true,
    testTimeout: 30_000,
  },
})
