const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * The bytes of unpadded base64url; `undefined` if the text is malformed. Only the canonical text is accepted: otherwise a
 * signature with another last letter would be valid too.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-5
 */
export function bytesOfBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let rest = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    rest = (rest << 6) | ALPHABET.indexOf(letter)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = rest >> bits
    rest &= (1 << bits) - 1
  }
  return rest === 0 ? bytes : undefined
}
