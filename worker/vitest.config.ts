import { generateKeyPairSync } from 'node:crypto'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Answers with a few bytes of a body and never with the rest: what only a real connection can show. */
const STALLS = 'https://stalls.test/'

/** The tests run in workerd, beside the worker. Every secret is a canary: no answer and no log may hold one. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.jsonc' },
      miniflare: {
        bindings: {
          GATEWAY_URL: 'https://gateway.test/openapi',
          // The spacing is tested by itself; everything else need not wait for it.
          MAX_QPS: '100',
          APP_KEY: 'canary-app-key',
          APP_SECRET: 'canary+app/secret=',
          ACCESS_TOKEN: 'canary+access/token=',
          ADMIN_TOKEN: 'canary-admin-token',
          ATTESTATION_KEY: JSON.stringify(
            generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
          ),
        },
        // A test that forgot to play the gateway fails instead of reaching the network.
        outboundService: ({ url }: { url: string }) =>
          url === STALLS
            ? new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(9)) }))
            : new Response('no test reaches the network', { status: 599 }),
      },
    }),
  ],
  test: { name: 'worker', include: ['src/**/*.test.ts'], fsModuleCache: true, testTimeout: 30_000 },
})
