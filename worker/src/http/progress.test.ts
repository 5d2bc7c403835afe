import { PATHS } from '@find-on-1688/shared'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import {
  createTestClient,
  crossborderWith,
  fetchWorker,
  ITEM,
  jpegOf,
  mockGateway,
  searchInit,
  statusAndCode,
} from '../testing/http.ts'

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

async function eventsOf(response: Response) {
  const text = await response.text()
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? []
      return { event, data: JSON.parse(data ?? 'null') }
    })
}
const listen = (picture: Uint8Array<ArrayBuffer>) => {
  const init = searchInit(key, picture)
  return fetchWorker(PATHS.search, { ...init, headers: { ...init.headers, Accept: 'text/event-stream' } })
}

test('a stream of events reports the position, the attempt and the answer', async () => {
  mockGateway(crossborderWith([ITEM]))
  const response = await listen(jpegOf(400, 400))
  expect(response.headers.get('Content-Type')).toContain('text/event-stream')
  const events = await eventsOf(response)
  expect(events.map(({ event }) => event)).toEqual(['queued', 'searching', 'result'])
  expect(events[0]?.data).toMatchObject({ position: 1, waitMs: expect.any(Number) })
  expect(events[1]?.data).toEqual({ attempt: 1 })
  expect(events[2]?.data).toMatchObject({ provider: 'crossborder', offers: [{ offerId: '714' }] })
})

test('a cached answer is the only event', async () => {
  mockGateway(crossborderWith([ITEM]))
  const picture = jpegOf(400, 400)
  await fetchWorker(PATHS.search, searchInit(key, picture))
  const events = await eventsOf(await listen(picture))
  expect(events).toMatchObject([{ event: 'result', data: { cached: true } }])
})

test('a failure along the way is the last event, as a problem', async () => {
  mockGateway(() => ({ error_code: 'gw.APIACLDecline' }))
  const events = await eventsOf(await listen(jpegOf(400, 400)))
  expect(events.at(-1)).toMatchObject({
    event: 'error',
    data: { code: 'upstream_access_denied', status: 502, requestId: expect.any(String) },
  })
})

test('a failure before the first event has its own status', async () => {
  const response = await listen(Uint8Array.of(1, 2, 3))
  expect(await statusAndCode(response)).toEqual([415, 'image_unsupported'])
})
