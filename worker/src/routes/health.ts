import type { Health } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { adminTokenFault, checkSettings, notConfigured } from '../config.ts'
import { loadKeys } from '../evidence/keys.ts'
import { VERSION } from '../version.ts'

/** `GET /v1/health`: whether the worker is set up. It makes no calls and shows no setting's value. */
export async function health(c: Context<AppEnv>): Promise<Response> {
  const settings = checkSettings(c.env)
  // A worker may do without the operator's routes, but not have a token that does not open them.
  const faults = [
    c.env.ADMIN_TOKEN ? (adminTokenFault(c.env) ?? []) : [],
    Array.isArray(settings) ? settings : [],
  ].flat()
  if (Array.isArray(settings) || faults.length > 0) throw notConfigured(faults)
  await loadKeys(settings.attestationKeys)
  const answer: Health = {
    status: 'ok',
    service: 'find-on-1688',
    version: VERSION,
    provider: settings.provider,
  }
  return c.json(answer)
}
