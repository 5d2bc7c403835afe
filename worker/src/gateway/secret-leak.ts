import type { AppCredentials } from './call.ts'
import { badAnswer } from './failure.ts'

/**
 * A platform that repeats what it was sent, in a title or in an address, must not pass a secret on.
 *
 * @throws GatewayFailure where the cleaned answer holds one
 */
export function refuseRepeats(value: unknown, { appSecret, accessToken }: AppCredentials): void {
  const text = JSON.stringify(value)
  for (const secret of [appSecret, accessToken])
    for (const form of secret ? formsOf(secret) : [])
      if (text.includes(form)) throw badAnswer('what it was sent')
}

/** As it is, in JSON, in an address, and in a form. */
function formsOf(secret: string): string[] {
  const inAddress = encodeURIComponent(secret)
  return [secret, JSON.stringify(secret).slice(1, -1), inAddress, inAddress.replaceAll('%20', '+')]
}
