import type { AppCredentials } from './call.ts'
import { badResponse, type GatewayError } from './errors.ts'

/** Real ones are longer. Anything shorter may be a word of any answer. */
const LEAST_LENGTH = 8

/**
 * The platform may repeat what it was sent, in a title or an address, and must not leak a secret that way.
 *
 * @throws GatewayError if the sanitized answer contains one
 */
export function refuseSecretLeak(value: unknown, { appSecret, accessToken }: AppCredentials): void {
  const text = JSON.stringify(value)
  for (const secret of [appSecret, accessToken])
    for (const encoded of secret && secret.length >= LEAST_LENGTH ? encodingsOf(secret) : [])
      if (text.includes(encoded)) throw badResponse('what it was sent')
}

/** Takes what was sent, or signed with, out of the platform's words in a failure. */
export function hideSecrets(error: GatewayError, secrets: (string | undefined)[]): void {
  // A picture in Base64 is never quoted, and too long to look for.
  const known = secrets.filter((secret = '') => /^.{6,600}$/s.test(secret)) as string[]
  error.message = error.message.replace(/“.*”/, (words) => {
    for (const secret of known.flatMap(encodingsOf)) words = words.replaceAll(secret, '…')
    return words
  })
}

/** Verbatim, in JSON, in an address and in a form. */
function encodingsOf(secret: string): string[] {
  const inAddress = encodeURIComponent(secret)
  return [secret, JSON.stringify(secret).slice(1, -1), inAddress, inAddress.replaceAll('%20', '+')]
}
