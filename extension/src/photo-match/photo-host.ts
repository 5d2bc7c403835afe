import { permissionFor } from '../image/fetch.ts'

export interface PhotoHost {
  host: string
  /** As permissions name it. */
  pattern: string
}

/**
 * What has to be allowed for most of these pictures to be read; the host that comes first where several have as many.
 * Undefined where no permission would help.
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
  const [most] = [...hosts.values()].sort((one, other) => other.pictures - one.pictures)
  return most && { host: most.host, pattern: most.pattern }
}
