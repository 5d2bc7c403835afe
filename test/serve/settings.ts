import { join } from 'node:path'
import { unstable_getVarsForDev as varsOf } from 'wrangler'

/** Every setting of the worker that is text. */
export const SETTINGS = [
  'PROVIDER',
  'APP_KEY',
  'APP_SECRET',
  'ACCESS_TOKEN',
  'REFRESH_TOKEN',
  'APP_KEYS',
  'ADMIN_TOKEN',
  'ATTESTATION_KEY',
  'GATEWAY_URL',
  'MAX_QPS',
  'CACHE_SECONDS',
  'OFFER_CACHE_SECONDS',
  'RATES_URL',
]

/**
 * What `.dev.vars` in a folder says, read as Wrangler reads it; what it lacks comes from the environment. A setting that is empty
 * counts as absent, so that a copied example need not be cleared of the lines that are not used. For an environment of Wrangler's,
 * `.dev.vars.NAME` is read instead, if it is there.
 */
export function readSettings(
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
  wranglerEnvironment?: string,
): Record<string, string> {
  const file = varsOf(join(folder, 'wrangler.jsonc'), undefined, {}, wranglerEnvironment, true)
  const settings: Record<string, string> = {}
  for (const name of SETTINGS) {
    const value = String(file[name]?.value ?? '') || environment[name]
    if (value) settings[name] = value
  }
  return settings
}
