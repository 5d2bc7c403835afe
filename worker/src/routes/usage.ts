import type { Usage } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { searchesToday } from '../clients/usage.ts'
import { requireSettings } from '../config.ts'

/** `GET /v1/usage` */
export async function usage(c: Context<AppEnv>): Promise<Response> {
  requireSettings(c.env)
  const { id, name, dailySearches, expiresAt } = c.get('client')
  const today = await searchesToday(c.env.USAGE, c.get('client'))
  const answer: Usage = { client: { id, name }, dailySearches: { limit: dailySearches, ...today }, expiresAt }
  return c.json(answer)
}
