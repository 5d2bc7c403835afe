import { browser } from 'wxt/browser'
import { permissionFor } from '../image/fetch.ts'

export interface PhotoHost {
  host: string
  /** The match pattern of its permission. */
  pattern: string
}

/** Where 1688 keeps the offers' pictures: `cbu01.alicdn.com`, `img.alicdn.com` and others. */
export const OFFER_PHOTOS: PhotoHost = { host: 'alicdn.com', pattern: 'https://*.alicdn.com/*' }

/**
 * The host whose permission makes most of these pictures readable; the first one in case of a tie. `undefined` if no
 * permission would help.
 *
 * @param offers those whose pictures were unreachable
 */
export function photoHostOf(offers: readonly { imageUrl: string | null }[]): PhotoHost | undefined {
  const hosts = new Map<string, PhotoHost & { pictures: number }>()
  for (const { imageUrl } of offers) {
    const wanted = permissionFor(imageUrl ?? '')
    if (wanted)
      hosts.set(wanted.pattern, { ...wanted, pictures: (hosts.get(wanted.pattern)?.pictures ?? 0) + 1 })
  }
  const [best] = [...hosts.values()].sort((one, other) => other.pictures - one.pictures)
  return best && { host: best.host, pattern: best.pattern }
}

/** Whether most of these pictures may be read; also if no permission would help. */
export async function arePhotosAllowed(offers: readonly { imageUrl: string | null }[]): Promise<boolean> {
  const host = photoHostOf(offers)
  return host === undefined || browser.permissions.contains({ origins: [host.pattern] })
}
