import type { IncomingMessage } from 'node:http'
import type { Form } from './signature.ts'

const MAX_BODY_BYTES = 12 * 1024 * 1024

/** @throws RangeError if the body is larger than any with a picture of 5 MiB */
export async function readForm(request: IncomingMessage): Promise<Form> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MAX_BODY_BYTES) throw new RangeError('body too large')
    chunks.push(chunk)
  }
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return {}
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
}

/** What a JSON parameter holds; `undefined` unless it is an object. */
export function jsonObject(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
