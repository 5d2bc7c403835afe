import { PATHS, type Problem } from '@find-on-1688/shared'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createTestClient, crossborderWith, fetchWorker, ITEM, jpegOf, mockGateway } from '../testing/http.ts'

const JPEG = jpegOf(400, 400)
const BASE64 = btoa(String.fromCharCode(...JPEG))
const LARGE = 'A'.repeat(20_000)

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

async function refusalOf(path: string, type: string | undefined, body: BodyInit): Promise<Problem> {
  const calls = mockGateway(crossborderWith([ITEM]))
  // A body of bytes brings no type of its own.
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const headers = { Authorization: `Bearer ${key}`, ...(type !== undefined && { 'Content-Type': type }) }
  const response = await fetchWorker(path, { method: 'POST', headers, body: bytes })
  expect(calls).toEqual([])
  return response.json<Problem>()
}

const BODIES: [what: string, body: unknown][] = [
  ['base64 in a member', { image: BASE64 }],
  ['base64 beside an address that is none', { imageUrl: null, data: BASE64 }],
  ['a large one', { image: LARGE }],
  ['a data: address', { imageUrl: `data:image/jpeg;base64,${BASE64.slice(0, 100)}` }],
  ['a large data: address', { imageUrl: `data:image/jpeg;base64,${LARGE}` }],
  ['a list of numbers', [...JPEG]],
  ['a Buffer as Node writes it', { type: 'Buffer', data: [...JPEG.subarray(0, 50)] }],
  ['a Uint8Array as JSON writes it', { ...JPEG.subarray(0, 50) }],
  ['a text', BASE64.slice(0, 100)],
  ['nothing', {}],
  ['null', null],
]

test.each(
  BODIES.flatMap(([what, body]) => [PATHS.search, PATHS.searchAddress].map((path) => [what, path, body])),
)('as JSON, %s at %s: it says how a picture is sent', async (_what, path, body) => {
  const { code, detail } = await refusalOf(String(path), 'application/json', JSON.stringify(body))
  expect(code).toBe('invalid_request')
  expect(detail).toMatch(/^A picture is not sent as JSON\. Send the bytes .* POST \/v1\/search/)
})

test.each([
  ['multipart/form-data; boundary=x', 'multipart/form-data'],
  ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
  ['application/octet-stream', 'application/octet-stream'],
  ['text/plain', 'text/plain'],
  ['image/webp', 'image/webp'],
])('as %s: the type is named, and how a picture is sent', async (type, named) => {
  const { code, detail } = await refusalOf(PATHS.search, type, JPEG)
  expect(code).toBe('image_unsupported')
  expect(detail).toContain(`The Content-Type ${named} is not taken here. Send the bytes`)
})

test('without a type: it says so', async () => {
  const { code, detail } = await refusalOf(PATHS.search, undefined, JPEG)
  expect(code).toBe('image_unsupported')
  expect(detail).toMatch(/^The Content-Type is missing\./)
})

test.each([
  ['base64', BASE64],
  ['a data: address', `data:image/jpeg;base64,${BASE64}`],
  ['JSON', JSON.stringify({ image: BASE64 })],
])('%s under the type of a picture is text, not bytes', async (_what, body) => {
  const { code, detail } = await refusalOf(PATHS.search, 'image/jpeg', body)
  expect(code).toBe('image_unsupported')
  expect(detail).toMatch(/^The body is text/)
})

test('bytes at the route for addresses: it says where they go', async () => {
  const { code, detail } = await refusalOf(PATHS.searchAddress, 'image/jpeg', JPEG)
  expect(code).toBe('invalid_request')
  expect(detail).toMatch(/^An address is sent as JSON.*POST \/v1\/search/)
})

test.each([
  ['a JPEG', JPEG],
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
])('%s that was read as text is damaged, and it says so', async (_what, bytes) => {
  const { code, detail } = await refusalOf(PATHS.search, 'image/jpeg', new TextDecoder().decode(bytes))
  expect(code).toBe('image_unsupported')
  expect(detail).toMatch(/^The picture was read as text/)
})

test('an empty body under the type of a picture is said to be empty', async () => {
  const { code, detail } = await refusalOf(PATHS.search, 'image/jpeg', '')
  expect([code, detail]).toEqual(['image_unsupported', 'The body is empty: send the bytes of a picture.'])
})

test.each([
  [PATHS.search, 'application/json'],
  [PATHS.searchAddress, 'application/json'],
  [PATHS.searchAddress, 'application/octet-stream'],
  [PATHS.searchAddress, undefined],
])('bytes at %s as %s are no JSON, and it says where they go', async (path, type) => {
  const { code, detail } = await refusalOf(path, type, JPEG)
  expect(code).toBe('invalid_request')
  expect(detail).toMatch(/^The body is not JSON\. An address is sent as JSON.*POST \/v1\/search/)
})
