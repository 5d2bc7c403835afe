import { PATHS } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { mostInWindow } from '../fakes/gateway/arrivals.ts'
import { startSandbox } from '../fakes/sandbox/index.ts'
import { retryWhenStalled } from './retry-when-stalled.ts'

test('the platform never receives more than three calls in a second, however many searches come at once', () =>
  retryWhenStalled(async () => {
    const sandbox = await startSandbox({ provider: 'image-search' })
    try {
      // Matching pictures would keep the thread busy that notes the time of arrivals.
      sandbox.gateway.setFault('data-null')
      const headers = { Authorization: `Bearer ${sandbox.clientKey}` }
      const searches = sandbox.shop.pictures.slice(0, 10).flatMap(({ bytes, type }) =>
        [1, 2].map(async (page) => {
          const body = new Uint8Array(bytes)
          const init = { method: 'POST', body, headers: { ...headers, 'Content-Type': type } }
          const response = await fetch(`${sandbox.workerUrl}${PATHS.search}?page=${page}`, init)
          if ([429, 503].includes(response.status))
            expect(response.headers.get('Retry-After')).toMatch(/^\d+$/)
          return response.status
        }),
      )
      const statuses = await Promise.all(searches)
      expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(16)
      expect(sandbox.gateway.arrivals.every(({ outcome }) => outcome === 'ok')).toBe(true)
      expect(sandbox.gateway.maxArrivalsPerSecond()).toBeLessThanOrEqual(3)
    } finally {
      await sandbox.close()
    }
  }))

test('a window with a fourth call is detected', () => {
  expect(mostInWindow([0, 334, 668, 999.9])).toBe(4)
  expect(mostInWindow([0, 367, 734, 1101])).toBe(3)
})

test('a picture that is too large for the platform is reported as such', async () => {
  const sandbox = await startSandbox({ provider: 'crossborder' })
  try {
    const large = Buffer.concat([sandbox.shop.pictures[0]?.bytes ?? Buffer.alloc(0), Buffer.alloc(400_000)])
    const response = await fetch(sandbox.workerUrl + PATHS.search, {
      method: 'POST',
      body: new Uint8Array(large),
      headers: { Authorization: `Bearer ${sandbox.clientKey}`, 'Content-Type': 'image/jpeg' },
    })
    expect(await response.json()).toMatchObject({ code: 'upstream_rejected_image', status: 502 })
  } finally {
    await sandbox.close()
  }
})
