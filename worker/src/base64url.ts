const encoder = new TextEncoder()

/** Without padding. */
export function base64Url(data: string | Uint8Array): string {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}
