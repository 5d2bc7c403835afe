import {
  type Attestation,
  type DetailedOffer,
  digestOfOffer,
  digestOfOffers,
  type Offer,
  type OfferAnswer,
  type OfferAttestation,
} from '@find-on-1688/shared'
import { offerWith } from '../../testing/offers.ts'
import type { EvidenceAnswer, EvidenceDetails, EvidenceInput } from '../types.ts'

const KID = 'ours'
const PICTURE = new TextEncoder().encode('a picture')
const HOSTILE =
  '</script><script>window.taken = 1</script><img src=x onerror="taken = 1"><!-- \u2028 \u2029 &lt;'

/** Offers that do harm if they are taken for markup. */
export const HOSTILE_OFFERS: Offer[] = [
  offerWith({
    offerId: '710891050473',
    title: HOSTILE,
    titleTranslated: `'">${HOSTILE}`,
    price: '10.10',
    priceTiers: [{ minQuantity: 2, price: '10.10' }],
    minOrder: 2,
    unit: HOSTILE,
    supplier: { name: HOSTILE, location: '浙江省', years: 8, verified: true, badges: [] },
    detailUrl: 'javascript:taken=1',
  }),
  offerWith({ offerId: '42', detailUrl: 'https://detail.1688.com/offer/42.html' }),
]

export interface SigningKey {
  keys: EvidenceInput['keys']
  sign(text: string): Promise<string>
}

export async function newKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new TypeError('not a key pair')
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return {
    keys: { keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid: KID, alg: 'EdDSA', use: 'sig' }] },
    sign: async (text) =>
      base64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8(text)))),
  }
}

/** The payload, signed as the worker does. */
export async function attested(key: SigningKey, payload: Attestation | OfferAttestation): Promise<string> {
  const text = [{ alg: 'EdDSA', kid: KID }, payload]
    .map((part) => base64Url(utf8(JSON.stringify(part))))
    .join('.')
  return `${text}.${await key.sign(text)}`
}

/** One page of offers for a picture of these bytes, signed at 2026-11-24 11:06:40 UTC. */
export async function signedAnswer(
  key: SigningKey,
  { page = 1, offers = HOSTILE_OFFERS, picture = PICTURE } = {},
): Promise<EvidenceAnswer> {
  const imageSha256 = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', picture)))
  const query = { mode: 'same', page, pageSize: 20, sort: 'relevance', language: 'en' } as const
  const answered = { searchId: `5b1c-${page}`, provider: 'crossborder', imageSha256 } as const
  const offersSha256 = await digestOfOffers(offers, crypto.subtle)
  const attestation = await attested(key, { ...answered, iat: 1_795_518_400, query, offersSha256 })
  return { ...answered, mode: 'same', query, offers, attestation }
}

/** A search with one answer. */
export async function signedInput(
  key: SigningKey,
  rest: Partial<EvidenceInput> = {},
): Promise<EvidenceInput> {
  const sent = `data:image/jpeg;base64,${btoa(String.fromCharCode(...PICTURE))}`
  return {
    language: 'en',
    version: '1.0.0',
    sent,
    found: { picture: sent, why: null, file: { sha256: 'ab'.repeat(32), type: 'image/<png>', bytes: 9 } },
    foundAt: '2026-11-24T11:06:00.000Z',
    page: { address: 'https://shop.example/</script>', title: '<b>Skirt</b>' },
    answers: [await signedAnswer(key)],
    keys: key.keys,
    workerAddress: 'https://proxy.example',
    offerPictures: { 42: sent },
    verdicts: { 42: { kind: 'same_photo', words: 'The <same> photo', method: '1' } },
    ...rest,
  }
}

/** An offer with two variants, of which one has an unknown stock. */
export function aDetailedOffer(fields: Partial<DetailedOffer> = {}): DetailedOffer {
  const variant = { promotionPrice: null, imageUrl: null, weightKg: null }
  return {
    ...offerWith({ offerId: '7' }),
    shipping: { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null },
    variants: [
      { ...variant, id: '1', price: '10.10', stock: 3, attributes: [colour('红色', 'Red')] },
      { ...variant, id: '2', price: '12.00', stock: null, attributes: [colour('蓝色', 'Blue')] },
    ],
    ...fields,
  }
}

function colour(value: string, valueTranslated: string) {
  return { name: '颜色', value, nameTranslated: 'Colour', valueTranslated }
}

/** Details of an offer, signed as the worker does, at 2026-11-24 11:06:40 UTC or so many seconds later. */
export async function signedDetails(
  key: SigningKey,
  offer: DetailedOffer,
  laterSeconds = 0,
): Promise<EvidenceDetails> {
  const offerSha256 = await digestOfOffer(offer as OfferAnswer, crypto.subtle)
  const query = { language: 'en' } as const
  const said = { offerId: offer.offerId, query, provider: 'crossborder', offerSha256 } as const
  return { offer, attestation: await attested(key, { iat: 1_795_518_400 + laterSeconds, ...said }) }
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(
    /[+/=]/g,
    (letter) => ({ '+': '-', '/': '_' })[letter] ?? '',
  )
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
