import type { Catalogue, Offer } from './catalogue/index.ts'
import { type Analysis, analyse } from './match/analyse.ts'

/** The offers that show what a picture shows, best first. `undefined` where the bytes are no picture. */
export async function findOffers(
  catalogue: Catalogue,
  picture: Uint8Array,
  mode: 'same' | 'similar',
): Promise<Offer[] | undefined> {
  const analysis = await analyse(picture).catch(() => undefined)
  if (!analysis) return undefined
  return offersLike(catalogue, analysis, mode)
}

export function offersLike(
  catalogue: Catalogue,
  analysis: Analysis,
  mode: 'same' | 'similar' = 'similar',
): Offer[] {
  return catalogue
    .match(analysis)
    .filter(({ same }) => same || mode === 'similar')
    .map(({ offer }) => offer)
}
