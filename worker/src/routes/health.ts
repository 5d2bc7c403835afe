import type { Health } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app.ts'
import { requireSettings } from '../settings.ts'
import { VERSION } from '../version.ts'

/** `GET /v1/health`: whether the worker is set up. Calls nobody and shows no setting's value. */
export function health(c: Context<AppEnv>): Response {
  const { provider } = requireSettings(c.env)
  const answer: Health = { status: 'ok', service: 'find-on-1688', version: VERSION, provider }
  return c.json(answer)
}
