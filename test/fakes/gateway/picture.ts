export const MAX_PICTURE_BYTES = 5 * 1024 * 1024

/** The picture of a Base64 parameter, or why it is none. */
export function pictureOf(base64: string): { bytes: Buffer } | { fault: 'prefix' | 'base64' | 'kind' } {
  if (base64.startsWith('data:')) return { fault: 'prefix' }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return { fault: 'base64' }
  const bytes = Buffer.from(base64, 'base64')
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8
  const png = bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n'
  return jpeg || png ? { bytes } : { fault: 'kind' }
}

export function wholeNumber(text: unknown, min: number, max: number): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number >= min && number <= max ? number : undefined
}

/** The picture that an address was found to be. */
export async function pictureOfAddress(
  known: Promise<Uint8Array | undefined>,
): Promise<{ bytes: Buffer } | { fault: 'address' }> {
  const bytes = await known
  return bytes ? { bytes: Buffer.from(bytes) } : { fault: 'address' }
}
