import { AppError } from '@find-on-1688/shared'
import type { UpstreamSettings } from '../config.ts'
import { invalidRequest } from '../http/problems.ts'

const OWN_HOSTS = /(^|\.)(1688|alicdn)\.com$/

/**
 * The address as it goes to the platform, which fetches it; the worker never does.
 *
 * @throws AppError `invalid_request` for a private or malformed address, `not_supported` if the provider takes only 1688's own pictures
 * and this is none of them
 */
export function checkAddress(imageUrl: string, { provider, gatewayUrl }: UpstreamSettings): string {
  const url = URL.parse(imageUrl)
  if (!url) throw invalidRequest('The imageUrl must be an http(s) address.')
  if (url.username || url.password)
    throw invalidRequest('The imageUrl must not contain a user name or password.')
  url.hash = ''
  // The sandbox serves its pictures from the gateway's host.
  const isOwn = OWN_HOSTS.test(url.hostname) || url.host === new URL(gatewayUrl).host
  if (!isOwn && isPrivate(url.hostname))
    throw invalidRequest('The imageUrl must be an address that 1688 can reach.')
  if (!isOwn && provider === 'crossborder')
    throw new AppError(
      'not_supported',
      "This provider takes addresses of 1688's own pictures only. Send the picture itself.",
    )
  return url.href
}

/** Names without a dot and numeric addresses: no public picture has one. */
function isPrivate(hostname: string): boolean {
  return (
    !hostname.includes('.') ||
    hostname.startsWith('[') ||
    /^[\d.]+$/.test(hostname) ||
    /\.(local|internal|localhost)$/.test(hostname)
  )
}
