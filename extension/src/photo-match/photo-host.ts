import { permissionFor } from '../image/fetch.ts'

export interface PhotoHost {
  host: string
  /** The match pattern of its permission. */
  pattern: string
}

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
