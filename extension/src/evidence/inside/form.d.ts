import type { Subtle } from '../evidence.ts'

export function canonicalJson(value: unknown): string
export function base64UrlOf(bytes: Uint8Array<ArrayBuffer>): string
export function bytesOfBase64Url(text: string): Uint8Array<ArrayBuffer>
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer>
export function sha256(data: string | Uint8Array<ArrayBuffer>, subtle: Subtle): Promise<string>
export function utf8(text: string): Uint8Array<ArrayBuffer>
