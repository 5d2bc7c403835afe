import { type AttestationKeys, canonicalJson, utf8 } from '@find-on-1688/shared'
import { base64Url } from '../bytes.ts'
import { type AttestationKey, notConfigured } from '../config.ts'
import { sha256, subtle } from '../hash.ts'

const ED25519 = { name: 'Ed25519' }

export interface Signer {
  kid: string
  sign(text: string): Promise<Uint8Array<ArrayBuffer>>
}

export interface Keys {
  /** Without one, answers are unsigned. */
  signer: Signer | undefined
  published: AttestationKeys
}

/** The latest result in this isolate. Values only: a promise belongs to the request that created it. */
let last: { setting: string; keys: Keys } | undefined

/**
 * Imports the keys, once per isolate.
 *
 * @throws AppError `not_configured` if a private key does not match its public key
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
    const key = await subtle.importKey('jwk', { ...jwk, d }, ED25519, false, ['sign'])
    const sign = async (text: string) => new Uint8Array(await subtle.sign(ED25519, key, utf8(text)))
    const other = await subtle.importKey('jwk', jwk, ED25519, false, ['verify'])
    // Not every WebCrypto checks that the two match, and no one could verify what a mismatched pair signs.
    if (await subtle.verify(ED25519, other, await sign(kid), utf8(kid))) return { kid, sign }
  } catch {
    // The message could contain the key.
  }
  throw notConfigured(['ATTESTATION_KEY holds a key whose x does not belong to its d'])
}

/** The id of a key without one: RFC 7638, RFC 8037 section 2. */
async function thumbprint(jwk: JsonWebKey): Promise<string> {
  return base64Url(await sha256(canonicalJson(jwk)))
}
