export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'bmp' | 'ico'

export interface PictureHeader {
  kind: PictureFormat
  /** Pixels as stored, before any rotation that the metadata asks for. */
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

/** `undefined` if a header ends before its size, or gives none above zero. */
export function sizeOf(width: number | undefined, height: number | undefined): Size | undefined {
  return width && height ? { width, height } : undefined
}

export function startsWith(bytes: Uint8Array, offset: number, ascii: string): boolean {
  for (let i = 0; i < ascii.length; i++) if (bytes[offset + i] !== ascii.charCodeAt(i)) return false
  return true
}
