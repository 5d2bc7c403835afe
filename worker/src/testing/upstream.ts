import { SearchQuerySchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import type { GatewayError } from '../gateway/errors.ts'
import { type GatewayResponse, postForm } from '../gateway/post.ts'
import type { Params } from '../gateway/signing.ts'
import type { ProviderAnswer, SearchProvider, Upstream } from '../providers/provider.ts'

const APP = { appKey: 'key', appSecret: 'secret', accessToken: 'token' }

export interface Sent {
  url: string
  params: Params
}

/** An upstream that gives one response after another (the last one again and again) and records what it was sent. */
export function upstreamOf(responses: GatewayResponse[], known?: string): Upstream & { sent: Sent[] } {
  const sent: Sent[] = []
  let imageId = known
  return {
    sent,
    gatewayUrl: 'https://gateway.test/openapi',
    call: async (prepare, read) => {
      sent.push(await prepare(1_700_000_000_000, APP))
      return read(responses[Math.min(sent.length, responses.length) - 1] as GatewayResponse)
    },
    imageIds: {
      get: () => imageId,
      put: (_sha256, id) => {
        imageId = id
      },
      forget: () => {
        imageId = undefined
      },
    },
  }
}

export function queryOf(query: Record<string, string> = {}) {
  return v.parse(SearchQuerySchema, query)
}

const PICTURE = { bytes: Uint8Array.of(1, 2, 3), width: 800, height: 600, sha256: 'aa' }

export function searchWith(
  search: SearchProvider,
  upstream: Upstream,
  query?: Record<string, string>,
): Promise<ProviderAnswer> {
  return search.search(PICTURE, queryOf(query), upstream)
}

/** How the search fails if this is the only response. */
export async function errorOf(search: SearchProvider, response: GatewayResponse): Promise<GatewayError> {
  const outcome = await searchWith(search, upstreamOf([response])).catch((error) => error)
  if (!(outcome instanceof Error)) throw new Error(`no failure but ${JSON.stringify(outcome)}`)
  return outcome as GatewayError
}

export function responseOf(status: number, body: object): GatewayResponse {
  return { status, body: body as GatewayResponse['body'] & object }
}

/** The response as read off the wire. */
export function received(text: BodyInit | null, init?: ResponseInit): Promise<GatewayResponse> {
  return postForm(
    new AbortController().signal,
    'https://gateway.test',
    {},
    1000,
    async () => new Response(text, init),
  )
}
