const encoder = new TextEncoder()

export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', typeof data === 'string' ? encoder.encode(data) : data)
  return new Uint8Array(digest).toHex()
}

/** Compares in constant time; both sides are hashed first, so that not even the lengths leak. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  return sameHash(await sha256Hex(a), await sha256Hex(b))
}

export function sameHash(a: string, b: string): boolean {
  const [left, right] = [encoder.encode(a), encoder.encode(b)]
  return left.length === right.length && crypto.subtle.timingSafeEqual(left, right)
}
