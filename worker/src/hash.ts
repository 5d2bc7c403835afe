import { utf8 } from '@find-on-1688/shared'
import { bytesOf } from './bytes.ts'

export const { subtle } = crypto

export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle.digest('SHA-256', bytesOf(data)))
}

export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return (await sha256(data)).toHex()
}

/** Compares in constant time; both sides are hashed first, so that not even the lengths leak. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  return sameHash(await sha256Hex(a), await sha256Hex(b))
}

export function sameHash(a: string, b: string): boolean {
  const [left, right] = [utf8(a), utf8(b)]
  return left.length === right.length && subtle.timingSafeEqual(left, right)
}

export async function hmac(
  hash: 'SHA-1' | 'SHA-256',
  secret: string,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await subtle.importKey('raw', utf8(secret), { name: 'HMAC', hash }, false, ['sign'])
  return new Uint8Array(await subtle.sign('HMAC', key, utf8(text)))
}
