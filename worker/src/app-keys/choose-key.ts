import { sha256Hex } from '../hash.ts'

export interface WeightedApp {
  appKey: string
  /** Its share of the load, against the other weights. */
  weight: number
}

/**
 * The app keys for a picture, best first, by weighted rendezvous hashing: each key gets a score from the picture's digest
 * and its own name. Identical pictures share a key, and removing a key moves only its own pictures.
 */
export async function rankApps<T extends WeightedApp>(digest: string, apps: readonly T[]): Promise<T[]> {
  if (apps.length < 2) return [...apps]
  const scored = await Promise.all(
    apps.map(async (app) => ({
      app,
      score: Math.log(await uniformHash(`${digest}:${app.appKey}`)) / app.weight,
    })),
  )
  return scored.sort((a, b) => b.score - a.score).map(({ app }) => app)
}

/** Between 0 and 1, both excluded. */
async function uniformHash(name: string): Promise<number> {
  return (Number.parseInt((await sha256Hex(name)).slice(0, 12), 16) + 0.5) / 2 ** 48
}
