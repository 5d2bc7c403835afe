import { randomBytes } from 'node:crypto'
import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import type { GatewayApp } from './service.ts'
import type { Form } from './signature.ts'

const TEN_HOURS_S = '36000'
const CODE_MS = 2 * 60_000

/** Authorization codes, each valid once, for two minutes. */
export class Codes {
  readonly #issued = new Map<string, { appKey: string; until: number }>()

  issue(appKey: string): string {
    const code = randomBytes(8).toString('hex')
    this.#issued.set(code, { appKey, until: Date.now() + CODE_MS })
    return code
  }

  take(code: string, appKey: string): boolean {
    const issued = this.#issued.get(code)
    this.#issued.delete(code)
    return issued?.appKey === appKey && issued.until > Date.now()
  }
}

/** Forms of the answer with a token in which something is missing. */
const FORMS = {
  'token-without-refresh': { refresh_token: undefined },
  'token-refresh-null': { refresh_token: null },
  'token-without-end': { expires_in: undefined },
  'token-end-null': { expires_in: null },
  'token-end-empty': { expires_in: '' },
} as const
export const TOKEN_FAULTS = Object.keys(FORMS) as (keyof typeof FORMS)[]

/** `system.oauth2/getToken`, the only call without a signature. A refresh token works until another one is given. */
export function getToken(
  app: GatewayApp | undefined,
  form: Form,
  codes: Codes,
  fault: string | undefined,
): ServiceAnswer {
  if (!app || form.client_id !== app.appKey || form.client_secret !== app.appSecret)
    return aopFailure('gw.AppKeyNotFound', 'client_id or client_secret is wrong')
  const byCode =
    form.grant_type === 'authorization_code' &&
    Boolean(form.redirect_uri) &&
    codes.take(form.code ?? '', app.appKey)
  const byToken =
    form.grant_type === 'refresh_token' &&
    Boolean(app.refreshToken) &&
    form.refresh_token === app.refreshToken
  if (!byCode && !byToken) return aopFailure('401', 'invalid code or refresh_token')
  const unasked = byCode && form.need_refresh_token !== 'true' && { refresh_token: undefined }
  const change = { ...(FORMS as Record<string, object>)[fault ?? ''], ...unasked }
  app.accessToken = randomBytes(16).toString('hex')
  if (!('refresh_token' in change)) app.refreshToken = randomBytes(16).toString('hex')
  return ok({
    access_token: app.accessToken,
    expires_in: TEN_HOURS_S,
    refresh_token: app.refreshToken,
    refresh_token_timeout: '20301014200339000+0800',
    ...change,
  })
}
