import { PATHS, type SearchAnswer, SearchAnswerSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../failure.ts'
import { request } from './request.ts'
import type { ProxySettings } from './settings.ts'

/** The worker answers within 25 s, and Chrome ends a background whose fetch takes 30 s. */
const TIMEOUT_MS = 28_000

/** Sends the picture, and nothing else about it, for one page of offers. */
export async function postSearch(
  signal: AbortSignal,
  proxy: ProxySettings,
  picture: Blob,
  query: { mode: string; page: number; pageSize: number; language: string },
): Promise<SearchAnswer> {
  const params = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  const init = {
    method: 'POST',
    body: picture,
    headers: { 'Content-Type': 'image/jpeg', Accept: 'application/json' },
  }
  const body = await request(signal, proxy, `${PATHS.search}?${params}`, init, TIMEOUT_MS)
  const answer = v.safeParse(SearchAnswerSchema, body)
  return answer.success ? answer.output : fail('proxy_bad_answer')
}
