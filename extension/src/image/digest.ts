import { inspectPicture, markupFormat } from '@find-on-1688/shared'
import type { SourceFile } from '../model/picture.ts'

const HEADER_BYTES = 256 * 1024

/** SHA-256 of a picture's bytes in hex, as in the worker's answer. */
export async function digestOf(picture: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await picture.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The JPEG behind a `data:` address. */
export async function jpegOf(dataUrl: string): Promise<Blob> {
  return (await fetch(dataUrl)).blob()
}

/** The type comes from the first bytes: hosts may name none, or a wrong one. */
export async function sourceFileOf(file: Blob): Promise<SourceFile> {
  const head = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer())
  const kind = inspectPicture(head)?.kind ?? (markupFormat(head) === 'svg' ? 'svg+xml' : undefined)
  const type = kind ? `image/${kind}` : file.type || 'application/octet-stream'
  return { sha256: await digestOf(file), type, bytes: file.size }
}
