import { type AttestationKeys, canonicalJson } from '@find-on-1688/shared'
import { type AttestationKey, notConfigured } from '../config.ts'
import { base64Url } from './base64url.ts'

/** Ed25519 in all that WebCrypto asks. */
const ED25519 = { name: 'Ed25519' }
const encoder = new TextEncoder()

/** Signs text, with the key that goes by that name. */
export interface Signer {
  kid: string
  sign(text: string): Promise<Uint8Array<ArrayBuffer>>
}

export interface Keys {
  /** Without one, answers are not signed. */
  signer: Signer | undefined
  published: AttestationKeys
}

/** What this isolate made of the setting last. Values only: a promise belongs to the request that made it. */
let last: { setting: string; keys: Keys } | undefined

/**
 * The keys of the setting, ready for use: imported once in an isolate.
 *
 * @throws AppError `not_configured` where a private key does not belong to the public one beside it
 */
export async function loadKeys(jwks: AttestationKey[]): Promise<Keys> {
  const setting = JSON.stringify(jwks)
  if (last?.setting === setting) return last.keys
  const loaded = await Promise.all(jwks.map(load))
  const keys = { signer: loaded[0]?.signer, published: { keys: loaded.map(({ jwk }) => jwk) } }
  last = { setting, keys }
  return keys
}

async function load({ kty, crv, x, d, kid }: AttestationKey) {
  const name = kid ?? (await thumbprint({ kty, crv, x }))
  const jwk = { kty, crv, x, kid: name, alg: 'EdDSA', use: 'sig' } as const
  return { jwk, signer: d === undefined ? undefined : await signerOf(name, { kty, crv, x }, d) }
}

async function signerOf(kid: string, jwk: JsonWebKey, d: string): Promise<Signer> {
  try {
    const key = await crypto.subtle.importKey('jwk', { ...jwk, d }, ED25519, false, ['sign'])
    const sign = async (text: string) =>
      new Uint8Array(await crypto.subtle.sign(ED25519, key, encoder.encode(text)))
    const other = await crypto.subtle.importKey('jwk', jwk, ED25519, false, ['verify'])
    // Not every WebCrypto looks whether the two belong together, and nobody could check what such a pair signs.
    if (await crypto.subtle.verify(ED25519, other, await sign(kid), encoder.encode(kid))) return { kid, sign }
  } catch {
    // Its words could hold the key.
  }
  throw notConfigured([{ name: 'ATTESTATION_KEY', fault: 'holds a key whose x does not belong to its d' }])
}

/** What a key is called that has no name: RFC 7638, RFC 8037 section 2. */
async function thumbprint(jwk: JsonWebKey): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(canonicalJson(jwk)))))
}
