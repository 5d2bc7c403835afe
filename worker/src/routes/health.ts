import type { Health } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { requireSettings } from '../config.ts'
import { loadKeys } from '../evidence/keys.ts'
import { VERSION } from '../version.ts'

/** `GET /v1/health`: whether the worker is set up. It makes no calls and shows no setting's value. */
export async function health(c: Context<AppEnv>): Promise<Response> {
  const { provider, attestationKeys } = requireSettings(c.env)
  await loadKeys(attestationKeys)
  const answer: Health = { status: 'ok', service: 'find-on-1688', version: VERSION, provider }
  return c.json(answer)
}
