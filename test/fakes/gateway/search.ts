import type { Catalogue, Offer } from './catalogue/index.ts'
import { type Analysis, analyse } from './match/analyse.ts'
import { remembered } from './match/remembered.ts'
import type { ServiceCall } from './service.ts'

export const MAX_PICTURE_BYTES = 5 * 1024 * 1024

/** The picture of a call, given as Base64 or as a URL, or why there is none. */
export async function pictureIn(
  base64: string | undefined,
  url: string | undefined,
  pictureAt: ServiceCall['pictureAt'],
): Promise<{ bytes: Buffer } | { fault: 'prefix' | 'base64' | 'kind' | 'address' }> {
  if (!base64) {
    const bytes = await pictureAt(url ?? '')
    return bytes ? { bytes: Buffer.from(bytes) } : { fault: 'address' }
  }
  if (base64.startsWith('data:')) return { fault: 'prefix' }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return { fault: 'base64' }
  const bytes = Buffer.from(base64, 'base64')
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8
  const png = bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n'
  return jpeg || png ? { bytes } : { fault: 'kind' }
}

/** The offers that match a picture, best first; `undefined` if the bytes are not a picture. */
export async function findOffers(
  catalogue: Catalogue,
  picture: Uint8Array,
  mode: 'same' | 'similar',
): Promise<Offer[] | undefined> {
  const offers = await remembered(catalogue, picture, mode, async () => {
    const analysis = await analyse(picture).catch(() => undefined)
    return analysis && offersLike(catalogue, analysis, mode)
  })
  return offers?.slice()
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

export function wholeNumber(text: unknown, min: number, max: number): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number >= min && number <= max ? number : undefined
}
