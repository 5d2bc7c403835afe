import { HealthSchema, PATHS, type Usage } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail, failureOf } from '../model/failure.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { getUsage } from './get-usage.ts'
import { request } from './request.ts'

const TIMEOUT_MS = 10_000

/**
 * Checks that the worker answers, is set up and accepts the key. Costs no search.
 *
 * @returns what the key may do, as far as the worker says it
 * @throws AppError
 */
export async function testConnection(proxy: ProxySettings): Promise<Usage | undefined> {
  const { signal } = new AbortController()
  const answer = await request(signal, proxy, PATHS.health, {}, TIMEOUT_MS).catch(async (error: unknown) => {
    const unreachable = failureOf(error).code === 'proxy_unreachable'
    if (unreachable && (await somethingAnswers(proxy))) fail('proxy_bad_answer')
    throw error
  })
  if (!v.is(HealthSchema, answer)) return fail('proxy_bad_answer')
  return getUsage(signal, proxy)
}

/** A server other than the worker does not let extensions read its answers, but it is visible that it answers. */
async function somethingAnswers({ address }: ProxySettings): Promise<boolean> {
  const init = { mode: 'no-cors', credentials: 'omit', cache: 'no-store' } as const
  return fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
    () => true,
    () => false,
  )
}
