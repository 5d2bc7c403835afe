import * as v from 'valibot'
import type { App } from '../config.ts'
import { aopBody } from '../gateway/aop.ts'
import { badResponse } from '../gateway/errors.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import type { Params } from '../gateway/signing.ts'

export interface TokenPair {
  accessToken: string
  refreshToken: string
  /** `Infinity` for a token that does not expire. */
  expiresAtMs: number
}

/** Exchanges a refresh token for a new access token. The platform wants this call unsigned. */
export function refreshCall(gatewayUrl: string, { appKey, appSecret }: App, refreshToken: string) {
  const params: Params = {
    grant_type: 'refresh_token',
    client_id: appKey,
    client_secret: appSecret,
    refresh_token: refreshToken,
  }
  return { url: `${gatewayUrl}/param2/1/system.oauth2/getToken/${appKey}`, params }
}

const Token = v.pipe(v.string(), v.nonEmpty(), v.maxLength(512))
const GrantSchema = v.object({
  access_token: Token,
  refresh_token: v.optional(Token),
  /** Seconds. */
  expires_in: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.finite())),
})

/**
 * The new pair. If the platform sends no new refresh token, the old one stays.
 *
 * @throws GatewayError
 */
export function readGrant(response: GatewayResponse, refreshToken: string, nowMs: number): TokenPair {
  const grant = v.safeParse(GrantSchema, aopBody(response))
  if (!grant.success) throw badResponse('no token')
  const { access_token, refresh_token = refreshToken, expires_in } = grant.output
  const expiresAtMs = expires_in === undefined ? Number.POSITIVE_INFINITY : nowMs + expires_in * 1000
  return { accessToken: access_token, refreshToken: refresh_token, expiresAtMs }
}
