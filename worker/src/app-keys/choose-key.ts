import { sha256Hex } from '../hash.ts'

export interface Weighted {
  appKey: string
  /** How much it carries beside the others. */
  weight: number
}

/**
 * The app keys for a picture, best first, by weighted rendezvous hashing: each draws a number from the picture's digest
 * and its own name. Identical pictures meet at one key, and a key that goes moves its own pictures only.
 */
export async function chooseApps<T extends Weighted>(digest: string, apps: readonly T[]): Promise<T[]> {
  if (apps.length < 2) return [...apps]
  const drawn = await Promise.all(
    apps.map(async (app) => ({ app, score: Math.log(await drawOf(`${digest}:${app.appKey}`)) / app.weight })),
  )
  return drawn.sort((a, b) => b.score - a.score).map(({ app }) => app)
}

/** A number between 0 and 1, neither included. */
async function drawOf(name: string): Promise<number> {
  return (Number.parseInt((await sha256Hex(name)).slice(0, 12), 16) + 0.5) / 2 ** 48
}
