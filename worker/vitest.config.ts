import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig, type Plugin } from 'vitest/config'

/** Answers with a few bytes of a body and never with the rest: what only a real connection can show. */
const STALLS = 'https://stalls.test/'

/** A change to one file of the worker that breaks a rule on purpose: its tests have to notice (test/mutations). */
function mutation(): Plugin {
  const { file, from, to } = JSON.parse(process.env.MUTATION ?? '{}') as Record<string, string>
  return {
    name: 'mutation',
    enforce: 'pre',
    load: (id) => {
      if (!file || !from || !id.endsWith(`/worker/src/${file}`)) return undefined
      return readFileSync(id, 'utf8').replace(from, () => to ?? '')
    },
  }
}

/** The tests run in workerd, beside the worker. Every secret is a canary: no answer and no log may hold one. */
export default defineConfig({
  plugins: [
    mutation(),
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
  // What was changed on purpose must not be found in the next run, nor the other way round.
  test: { include: ['src/**/*.test.ts'], fsModuleCache: process.env.MUTATION === undefined },
})
