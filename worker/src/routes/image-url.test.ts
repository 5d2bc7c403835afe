import { env } from 'cloudflare:workers'
import { PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Bindings } from '../bindings.ts'
import {
  createTestClient,
  crossborderWith,
  fetchWorker,
  ITEM,
  mockGateway,
  statusAndCode,
} from '../testing/http.ts'

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

const searchAt = (imageUrl: unknown, bindings: Bindings = env, path: string = PATHS.search) =>
  fetchWorker(
    path,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ imageUrl }),
    },
    bindings,
  )

test('an address goes to the platform and is never fetched here', async () => {
  const calls = mockGateway(crossborderWith([ITEM]))
  const imageUrl = `https://cbu01.alicdn.com/img/ibank/${crypto.randomUUID()}.jpg`
  const response = await searchAt(`${imageUrl}#part`)
  expect(await response.json<SearchAnswer>()).toMatchObject({ image: null, offers: [{ offerId: '714' }] })
  expect(calls).toHaveLength(1)
  expect(calls[0]?.api).toMatch(/^param2\/1\/.*imageQuery/)
  expect(JSON.parse(calls[0]?.form.get('offerQueryParam') ?? '')).toMatchObject({ imageAddress: imageUrl })
})

test("an address is refused if the provider takes only 1688's own pictures", async () => {
  const calls = mockGateway(crossborderWith([ITEM]))
  expect(await statusAndCode(await searchAt('https://shop.example.com/a.jpg'))).toEqual([
    501,
    'not_supported',
  ])
  expect(await statusAndCode(await searchAt('https://alicdn.com.example.com/a.jpg'))).toEqual([
    501,
    'not_supported',
  ])
  expect(calls).toEqual([])
})

test.each([
  'http://localhost/a.jpg',
  'https://a b/a.jpg',
  'http://',
  'http://127.0.0.1/a.jpg',
  'http://10.0.0.7/a.jpg',
  'http://[::1]/a.jpg',
  'http://0x7f.1/a.jpg',
  'http://metadata.internal/a.jpg',
  'https://user:word@cbu01.alicdn.com/a.jpg',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:image/png;base64,AAAA',
  '',
  7,
])('the address %j is refused, at either path', async (imageUrl) => {
  const calls = mockGateway(crossborderWith([ITEM]))
  const open = { ...env, PROVIDER: 'dropship' }
  for (const path of [PATHS.search, PATHS.searchAddress])
    expect(await statusAndCode(await searchAt(imageUrl, open, path))).toEqual([400, 'invalid_request'])
  expect(calls).toEqual([])
})
