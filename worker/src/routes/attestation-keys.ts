import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { requireSettings } from '../config.ts'
import { loadKeys } from '../evidence/keys.ts'

const CACHE_SECONDS = 300

/** `GET /v1/attestation-keys`: open to everyone, web pages included, so that anyone shown an answer can verify it. */
export async function attestationKeys(c: Context<AppEnv>): Promise<Response> {
  const { published } = await loadKeys(requireSettings(c.env).attestationKeys)
  c.set('cacheSeconds', CACHE_SECONDS)
  c.header('Access-Control-Allow-Origin', '*')
  return c.json(published)
}
