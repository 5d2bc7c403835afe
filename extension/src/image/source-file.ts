import { inspectPicture, unsupportedFormat } from '@find-on-1688/shared'
import type { SourceFile } from '../model/picture.ts'
import { digestOf } from './digest.ts'

export const HEADER_BYTES = 256 * 1024

/** The type is told by the first bytes: not every host says it, or says what is so. */
export async function sourceFileOf(file: Blob): Promise<SourceFile> {
  const head = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer())
  const kind = inspectPicture(head)?.kind ?? (unsupportedFormat(head) === 'svg' ? 'svg+xml' : undefined)
  const type = kind ? `image/${kind}` : file.type || 'application/octet-stream'
  return { sha256: await digestOf(file), type, bytes: file.size }
}
