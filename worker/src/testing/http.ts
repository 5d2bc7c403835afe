import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { type IssuedClient, type NewClient, PATHS, type Problem } from '@find-on-1688/shared'
import { vi } from 'vitest'
import { createApp } from '../app.ts'
import type { Bindings } from '../bindings.ts'
import { expectDescribed } from './described-failures.ts'

const app = createApp()

/** The worker's answer, once its work after answering is done too. A failure has to be one that is described. */
export async function fetchWorker(
  path: string,
  init?: RequestInit,
  bindings: Bindings = env,
): Promise<Response> {
  const ctx = createExecutionContext()
  const request = new Request(`https://worker.test${path}`, init)
  const response = await app.fetch(request, bindings, ctx)
  await waitOnExecutionContext(ctx)
  await expectDescribed(request, response)
  return response
}

export async function createTestClient(newClient: NewClient = { name: 'test' }): Promise<IssuedClient> {
  const response = await fetchWorker(PATHS.adminClients, {
    method: 'POST',
    headers: { Authorization: `Bearer ${env.ADMIN_TOKEN}` },
    body: JSON.stringify(newClient),
  })
  return response.json()
}

export function searchInit(key: string, body: BodyInit, type = 'image/jpeg'): RequestInit {
  return { method: 'POST', headers: { Authorization: `Bearer ${key}`, 'Content-Type': type }, body }
}

/** The status and the code of a failure. */
export async function statusAndCode(response: Response): Promise<[number, string]> {
  const { code } = await response.json<Problem>()
  return [response.status, code]
}

/** Mocks the gateway: `answer` gets each call's API and form. */
export function mockGateway(answer: (api: string, form: URLSearchParams) => object) {
  const calls: { api: string; form: URLSearchParams }[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, init) => {
    const api = String(address).replace('https://gateway.test/openapi/', '')
    const form = new URLSearchParams(String(init?.body))
    calls.push({ api, form })
    return Response.json(answer(api, form))
  })
  return calls
}

/** A unique JPEG, valid as far as its header: only a decoder would look further. */
export function jpegOf(width: number, height: number, padding = 0): Uint8Array<ArrayBuffer> {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const noise = crypto.getRandomValues(new Uint8Array(16)).map((byte) => byte & 0x7f)
  return Uint8Array.from([0xff, 0xd8, ...frame, ...scan, ...noise, ...new Uint8Array(padding), 0xff, 0xd9])
}

/** An offer as a crossborder search lists it. */
export const ITEM = { offerId: '714', subject: '背包', priceInfo: { price: '25.50' } }

/** What a mocked crossborder API answers: an id for an upload, and these items for a search. */
export function crossborderWith(items: unknown[]): (api: string) => object {
  const result = { totalRecords: items.length, data: items }
  return (api) => ({ result: { success: 'true', result: api.includes('upload') ? '1688' : result } })
}

/** The bindings without Durable Objects: a call to one fails. */
export function withoutObjects(changes: Partial<Bindings> = {}): Bindings {
  const getByName = () => {
    throw new Error('no object may be called')
  }
  const none = { getByName }
  return { ...env, DISPATCHER: none as never, USAGE: none as never, ...changes }
}
