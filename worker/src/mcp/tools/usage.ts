import { PATHS, type Usage } from '@find-on-1688/shared'
import { validate } from '../../http/validate.ts'
import type { Answer, Ask } from '../own-routes.ts'
import { UsageArguments } from './schemas.ts'

export async function usage(ask: Ask, signal: AbortSignal, input: unknown): Promise<Answer<Usage>> {
  validate(UsageArguments, input)
  return ask(signal, PATHS.usage)
}

export function usageText({ dailySearches: { limit, used, resetsAt }, expiresAt }: Usage): string {
  const counted =
    limit === null
      ? `No daily limit. Searches today: ${used}.`
      : `${Math.max(0, limit - used)} of ${limit} searches left today; they reset at ${resetsAt}.`
  return expiresAt === null ? counted : `${counted} The key expires at ${expiresAt}.`
}

/** What is left after a search, as a sentence; it costs nothing to ask. */
export async function quotaText(ask: Ask, signal: AbortSignal): Promise<string> {
  const { value } = await ask<Usage>(signal, PATHS.usage)
  return value ? usageText(value) : 'How many searches are left today is unknown.'
}
