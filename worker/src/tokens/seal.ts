import { utf8 } from '@find-on-1688/shared'
import { randomBytes, textFrom } from '../bytes.ts'
import { subtle } from '../hash.ts'

const IV_BYTES = 12

/** Encrypts text with AES-GCM under an HKDF of the secret, as Base64. */
export async function seal(text: string, secret: string): Promise<string> {
  const iv = randomBytes(IV_BYTES)
  const key = await keyOf(secret)
  const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(text)))
  return Uint8Array.from([...iv, ...sealed]).toBase64()
}

/** The text; `undefined` if it was sealed with another secret or has been changed. */
export async function unseal(sealed: string, secret: string): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.fromBase64(sealed)
    const iv = bytes.subarray(0, IV_BYTES)
    const key = await keyOf(secret)
    const text = await subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(IV_BYTES))
    return textFrom(text)
  } catch {
    return undefined
  }
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const material = await subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey'])
  const use = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8('tokens at rest'),
  }
  return subtle.deriveKey(use, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
