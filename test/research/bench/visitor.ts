import { PATHS } from '@find-on-1688/shared'
import { issueClient, type Sandbox } from '../../fakes/sandbox/index.ts'

/** The outcome of a search, with times in milliseconds since it was sent. */
export interface Visit {
  status: number
  code: string | undefined
  /** Until its call left; `undefined` if none did. */
  waitMs: number | undefined
  totalMs: number
  retryAfterMs: number
}

let variants = 0

/** A picture that has not been searched before: one of the shop's with a unique comment. */
export function freshPicture({ shop }: Sandbox): Uint8Array<ArrayBuffer> {
  const { bytes } = shop.pictures.find(({ type }) => type === 'image/jpeg') ?? { bytes: Buffer.alloc(0) }
  const number = new Uint8Array(new Uint32Array([++variants]).buffer)
  return Uint8Array.from([...bytes.subarray(0, 2), 0xff, 0xfe, 0, 6, ...number, ...bytes.subarray(2)])
}

export async function clientKeys({ workerUrl, adminToken }: Sandbox, count: number): Promise<string[]> {
  const keys: string[] = []
  for (let i = 0; i < count; i++) keys.push((await issueClient(workerUrl, adminToken, `bench ${i}`)).key)
  return keys
}

/** Searches and reads the progress events. */
export async function visit(
  { workerUrl }: Sandbox,
  key: string,
  picture: Uint8Array<ArrayBuffer>,
  query = '',
): Promise<Visit> {
  const startedAt = performance.now()
  const since = () => performance.now() - startedAt
  const headers = {
    Authorization: `Bearer ${key}`,
    'Content-Type': 'image/jpeg',
    Accept: 'text/event-stream',
  }
  const response = await fetch(workerUrl + PATHS.search + query, { method: 'POST', headers, body: picture })
  const retryAfterMs = Number(response.headers.get('Retry-After') ?? 0) * 1000
  const result: Visit = {
    status: response.status,
    code: undefined,
    waitMs: undefined,
    totalMs: 0,
    retryAfterMs,
  }
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (result.waitMs === undefined && text.includes('event: searching')) result.waitMs = since()
  }
  result.totalMs = since()
  result.code = /"code":"(\w+)"/.exec(text.slice(text.lastIndexOf('event: error') + 1))?.[1]
  if (text.includes('event: result')) result.code = undefined
  return result
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Number((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN).toFixed(2))
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
