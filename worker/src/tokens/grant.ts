import type { App } from '../config.ts'
import { aopBody } from '../gateway/aop.ts'
import { badResponse } from '../gateway/errors.ts'
import type { Json } from '../gateway/json.ts'
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

/**
 * The new pair. If the platform sends no new refresh token, the old one stays; if it does not say in seconds how long the
 * access token lasts, that one is used until it is refused.
 *
 * @throws GatewayError
 */
export function readGrant(response: GatewayResponse, refreshToken: string, nowMs: number): TokenPair {
  const { access_token, refresh_token, expires_in } = aopBody(response)
  const accessToken = tokenOf(access_token)
  if (!accessToken) throw badResponse('no token')
  const seconds = typeof expires_in === 'object' || expires_in === true ? 0 : Number(expires_in)
  return {
    accessToken,
    refreshToken: tokenOf(refresh_token) ?? refreshToken,
    expiresAtMs: seconds > 0 ? nowMs + seconds * 1000 : Infinity,
  }
}

function tokenOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && /^\S{1,512}$/.test(value) ? value : undefined
}
