/** SHA-256 of a picture's bytes in hex, as the worker's answer names it too. */
export async function digestOf(picture: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await picture.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The JPEG behind a `data:` address. */
export async function jpegOf(dataUrl: string): Promise<Blob> {
  return (await fetch(dataUrl)).blob()
}
