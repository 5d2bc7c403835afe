import { join } from 'node:path'
import type { DetailedOffer, Offer, PhotoHash, Pixels } from '@find-on-1688/shared'
import sharp from 'sharp'
import type { VariantMatch } from '../../../extension/src/model/variant-match.ts'
import { takeVariantPhoto } from '../../fakes/gateway/catalogue/variant-photo.ts'
import { type VariantPicture, variantPictureOf } from '../../fakes/gateway/catalogue/variants.ts'
import { queryDetail } from '../../fakes/gateway/detail.ts'
import { crossborderItem } from '../../fakes/gateway/items.ts'
import type { ServiceCall } from '../../fakes/gateway/service.ts'
import { ROOT } from '../../tools/paths.ts'
import type { Photographed, Sample } from './offers.ts'

/** What is used of modules whose own types need another runtime than Node: the worker's, or a browser's. */
interface Upstream {
  gatewayUrl: string
  call<T>(prepare: unknown, read: (response: { status: number; body: object }) => T): Promise<T>
}
interface MatchRequest {
  signal: AbortSignal
  queries: string[]
  offers: DetailedOffer[]
  onMatch(offerId: string, match: VariantMatch): void
}
interface MatchOptions {
  read(signal: AbortSignal, address: string): Promise<Pixels>
  hashes: {
    get(address: string): Promise<PhotoHash | undefined>
    add(address: string, hash: PhotoHash): Promise<void>
    flush(): Promise<void>
  }
}

const load = <T>(path: string): Promise<T> => import(join(ROOT, path))
const { crossborder } = await load<{
  crossborder: {
    search(source: object, query: object, upstream: Upstream): Promise<{ offers: Offer[] }>
  }
}>('worker/src/providers/crossborder.ts')
const { crossborderDetail } = await load<{
  crossborderDetail: { read(offerId: string, language: string, upstream: Upstream): Promise<DetailedOffer> }
}>('worker/src/providers/crossborder-detail.ts')
const { matchVariants } = await load<{
  matchVariants(request: MatchRequest, options: MatchOptions): Promise<void>
}>('extension/src/photo-match/match-variants.ts')

const PICTURES = 'https://cbu01.alicdn.com/img/ibank'
const SIDE = 300
const THUMBNAIL = 220

/** The platform's answer, as the worker reads it off the wire. */
function upstreamOf(body: unknown): Upstream {
  return {
    gatewayUrl: 'https://gateway.test/openapi',
    call: async (_prepare, read) => read({ status: 200, body: JSON.parse(JSON.stringify(body)) }),
  }
}

/** An item of a search, as the worker reads it. */
export async function listedOffer({ offer }: Sample): Promise<Offer> {
  const result = { totalRecords: 1, data: [crossborderItem(offer, PICTURES)] }
  const query = { mode: 'same', page: 1, pageSize: 20, sort: 'relevance', language: 'en' } as const
  const source = { url: `${PICTURES}/${offer.picture}.jpg`, sha256: 'aa' }
  const { offers } = await crossborder.search(
    source,
    query,
    upstreamOf({ result: { success: 'true', result } }),
  )
  return offers[0] as Offer
}

/** The same of an offer's page; `undefined` if the platform does not show it. */
export async function offerDetails({ offer }: Sample): Promise<DetailedOffer | undefined> {
  const { offerId } = offer
  const call = {
    form: { offerDetailParam: JSON.stringify({ offerId, country: 'en' }) },
    catalogue: { offer: (id: string) => (id === offerId ? offer : undefined) },
    pictures: PICTURES,
  } as unknown as ServiceCall
  const { body } = await queryDetail(call)
  const read = crossborderDetail.read(offerId, 'en', upstreamOf(body))
  return read.catch(() => undefined)
}

/** Each photo is hashed once, at whatever addresses it is. */
export function createMatcher() {
  const hashes = new Map<string, PhotoHash>()

  return async (
    { offer, searched, ...own }: Sample,
    details: DetailedOffer,
  ): Promise<VariantMatch | undefined> => {
    const query = `data:${photoNameOf(searched.of, searched.variant?.picture ?? { kind: 'offer' })}`
    const pictureAt = (address: string) => {
      const name = address.slice(PICTURES.length + 1, -'.jpg'.length)
      return variantPictureOf(name)?.picture ?? ({ kind: 'offer' } as const)
    }
    const nameOf = (address: string) => (address === query ? query : photoNameOf(own, pictureAt(address)))
    const read = async (_signal: AbortSignal, address: string): Promise<Pixels> =>
      address === query
        ? pixelsOf(searched.of, searched.variant?.picture ?? { kind: 'offer' }, SIDE)
        : pixelsOf(own, pictureAt(address), THUMBNAIL)
    let match: VariantMatch | undefined
    await matchVariants(
      {
        signal: new AbortController().signal,
        queries: [query],
        offers: [details],
        onMatch: (_, found) => {
          match = found
        },
      },
      {
        read,
        hashes: {
          get: async (address) => hashes.get(nameOf(address)),
          add: async (address, hash) => void hashes.set(nameOf(address), hash),
          flush: async () => {},
        },
      },
    )
    return match
  }
}

function photoNameOf({ photoName }: Photographed, picture: VariantPicture): string {
  return `${photoName} ${JSON.stringify(picture)}`
}

/** As it is searched, or as a thumbnail of the picture host: encoded once more either way. */
async function pixelsOf(
  { product, photo }: Photographed,
  picture: VariantPicture,
  side: number,
): Promise<Pixels> {
  const jpeg = await takeVariantPhoto(product, photo, picture, SIDE)
  const again = await sharp(jpeg).resize(side, side, { fit: 'inside' }).jpeg({ quality: 75 }).toBuffer()
  const { data, info } = await sharp(again).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
