import { sha256Hex } from '../hash.ts'

/**
 * The app keys for a picture, best first, by weighted rendezvous hashing: each key gets a score from the picture's digest
 * and its own name. Identical pictures share a key, and removing a key moves only its own pictures.
 *
 * @param weightOf an app's share of the load, against the other weights
 */
export async function rankApps<T extends { appKey: string }>(
  digest: string,
  apps: readonly T[],
  weightOf: (app: T) => number,
): Promise<T[]> {
  const scored = await Promise.all(
    apps.map(async (app) => ({
      app,
      score: Math.log(await uniformHash(`${digest}:${app.appKey}`)) / weightOf(app),
    })),
  )
  return scored.sort((a, b) => b.score - a.score).map(({ app }) => app)
}

/** Between 0 and 1, both excluded. */
async function uniformHash(name: string): Promise<number> {
  return (Number.parseInt((await sha256Hex(name)).slice(0, 12), 16) + 0.5) / 2 ** 48
}
