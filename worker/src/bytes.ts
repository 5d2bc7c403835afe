import { utf8 } from '@find-on-1688/shared'

export function bytesOf(data: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof data === 'string' ? utf8(data) : data
}

/** Without padding. */
export function base64Url(data: string | Uint8Array<ArrayBuffer>): string {
  return bytesOf(data).toBase64({ alphabet: 'base64url', omitPadding: true })
}

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}

export function textFrom(bytes: Uint8Array | ArrayBuffer | undefined): string {
  return new TextDecoder().decode(bytes)
}
