import { ApiError } from './failure.ts'

/** Where a key may go: to this machine, plain http shows it to nobody. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

export interface AddressOptions {
  /** For a machine or network that nobody else listens on: the key and the pictures are sent unencrypted. */
  allowPlainHttp?: boolean | undefined
}

/**
 * The address of a worker, without a slash at its end.
 *
 * @throws ApiError `invalid_connection`
 */
export function checkAddress(text: string, { allowPlainHttp = false }: AddressOptions = {}): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new ApiError(
      'invalid_connection',
      "This is not a worker's address: one looks like https://find-on-1688.example.workers.dev",
    )
  if (url.protocol === 'http:' && !allowPlainHttp && !LOOPBACK.includes(url.hostname))
    throw new ApiError(
      'invalid_connection',
      `Use https for ${url.host}: plain http would show the key to the network.`,
    )
  return url.href.replace(/\/+$/, '')
}

/** @throws ApiError `invalid_connection` for what cannot be sent in a header */
export function checkSecret(secret: string, name: 'key' | 'ADMIN_TOKEN'): string {
  if (!/^[\x21-\x7e]{1,512}$/.test(secret))
    throw new ApiError('invalid_connection', `The ${name} is empty, or has spaces or other characters in it.`)
  return secret
}
