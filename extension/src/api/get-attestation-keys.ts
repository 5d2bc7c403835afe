import { type AttestationKeys, AttestationKeysSchema, PATHS } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../model/failure.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { request } from './request.ts'

const TIMEOUT_MS = 10_000

/**
 * The public keys that the worker signs with; an empty set if it signs nothing. Costs no search.
 *
 * @throws AppError of `request`
 */
export async function getAttestationKeys(
  signal: AbortSignal,
  proxy: ProxySettings,
): Promise<AttestationKeys> {
  const keys = v.safeParse(
    AttestationKeysSchema,
    await request(signal, proxy, PATHS.attestationKeys, {}, TIMEOUT_MS),
  )
  return keys.success ? keys.output : fail('proxy_bad_answer')
}
