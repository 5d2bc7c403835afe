/** @import { Subtle } from '../types.ts' */

/**
 * JSON by RFC 8785: no white space, names in the order of their UTF-16 code units.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('lone surrogate')
    return JSON.stringify(value)
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export function base64UrlOf(bytes) {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * Accepts only the canonical text of the bytes: otherwise a signature with another last letter would hold as well.
 *
 * @param {string} text
 * @throws TypeError
 */
export function bytesOfBase64Url(text) {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw new TypeError('not Base64')
  const bytes = bytesOfBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
  if (base64UrlOf(bytes) !== text) throw new TypeError('not the canonical form')
  return bytes
}

/** @param {string} text */
export function bytesOfBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

/**
 * The digest in hex.
 *
 * @param {string | Uint8Array<ArrayBuffer>} data
 * @param {Subtle} subtle
 */
export async function sha256(data, subtle) {
  const digest = await subtle.digest('SHA-256', typeof data === 'string' ? utf8(data) : data)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param {string} text */
export function utf8(text) {
  return new TextEncoder().encode(text)
}
