import { HealthSchema, PATHS } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../failure.ts'
import { request } from './request.ts'
import type { ProxySettings } from './settings.ts'

const TIMEOUT_MS = 10_000

/**
 * Whether the worker is there and set up, and takes the key. Costs no search.
 *
 * @returns the provider in use
 * @throws FailureError
 */
export async function testConnection(proxy: ProxySettings): Promise<string> {
  const { signal } = new AbortController()
  const health = v.safeParse(HealthSchema, await request(signal, proxy, PATHS.health, {}, TIMEOUT_MS))
  if (!health.success) return fail('proxy_bad_answer')
  await request(signal, proxy, PATHS.usage, {}, TIMEOUT_MS)
  return health.output.provider
}
