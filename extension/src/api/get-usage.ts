import { PATHS, type Usage, UsageSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import type { ProxySettings } from '../model/stored-items.ts'
import { request } from './request.ts'

const TIMEOUT_MS = 10_000

/**
 * The searches that the client key may make in a day, and how many of them it has made. Costs no search.
 *
 * @returns `undefined` if the worker does not say it in a form that is known here
 * @throws AppError of `request`
 */
export async function getUsage(signal: AbortSignal, proxy: ProxySettings): Promise<Usage | undefined> {
  const usage = v.safeParse(UsageSchema, await request(signal, proxy, PATHS.usage, {}, TIMEOUT_MS))
  return usage.success ? usage.output : undefined
}
