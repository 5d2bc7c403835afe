import type { AppCredentials } from './call.ts'
import { badResponse } from './errors.ts'

/**
 * The platform may repeat what it was sent, in a title or an address, and must not leak a secret that way.
 *
 * @throws GatewayError if the sanitized answer contains one
 */
export function refuseSecretLeak(value: unknown, { appSecret, accessToken }: AppCredentials): void {
  const text = JSON.stringify(value)
  for (const secret of [appSecret, accessToken])
    for (const encoded of secret ? encodingsOf(secret) : [])
      if (text.includes(encoded)) throw badResponse('what it was sent')
}

/** Verbatim, in JSON, in an address and in a form. */
function encodingsOf(secret: string): string[] {
  const inAddress = encodeURIComponent(secret)
  return [secret, JSON.stringify(secret).slice(1, -1), inAddress, inAddress.replaceAll('%20', '+')]
}
