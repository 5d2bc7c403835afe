import type { Catalogue, Offer } from './catalogue/index.ts'
import { analyse } from './match/analyse.ts'

/** The offers that show what a picture shows, best first. `undefined` where the bytes are no picture. */
export async function findOffers(
  catalogue: Catalogue,
  picture: Uint8Array,
  mode: 'same' | 'similar',
): Promise<Offer[] | undefined> {
  const analysis = await analyse(picture).catch(() => undefined)
  if (!analysis) return undefined
  return catalogue
    .match(analysis)
    .filter(({ same }) => same || mode === 'similar')
    .map(({ offer }) => offer)
}
