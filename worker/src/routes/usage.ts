import type { Usage } from '@find-on-1688/shared'
import { searchesToday } from '../clients/usage.ts'
import { requireSettings } from '../config.ts'
import type { Context } from '../http/context.ts'

/** `GET /v1/usage` */
export async function usage(c: Context): Promise<Response> {
  requireSettings(c.env)
  const { id, name, dailySearches, expiresAt } = c.get('client')
  const today = await searchesToday(c.env.USAGE, c.get('client'))
  const answer: Usage = { client: { id, name }, dailySearches: { limit: dailySearches, ...today }, expiresAt }
  return c.json(answer)
}
