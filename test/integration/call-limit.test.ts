import { PATHS } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { mostInWindow } from '../fakes/gateway/arrivals.ts'
import { startSandbox } from '../fakes/sandbox/index.ts'

test('the platform is never sent more than three calls in a second, however many searches come at once', async () => {
  // A busy machine may hold a call back on its way until the next ones arrive. So what counts is when the worker says that it
  // sent each, and the platform refuses none for coming too close.
  const sandbox = await startSandbox({ provider: 'image-search', maxQps: 1000 })
  try {
    sandbox.gateway.setFault('data-null')
    const headers = { Authorization: `Bearer ${sandbox.clientKey}` }
    const searches = sandbox.shop.pictures.slice(0, 10).flatMap(({ bytes, type }) =>
      [1, 2].map(async (page) => {
        const body = new Uint8Array(bytes)
        const init = { method: 'POST', body, headers: { ...headers, 'Content-Type': type } }
        const response = await fetch(`${sandbox.workerUrl}${PATHS.search}?page=${page}`, init)
        if ([429, 503].includes(response.status)) expect(response.headers.get('Retry-After')).toMatch(/^\d+$/)
        return response.status
      }),
    )
    const statuses = await Promise.all(searches)
    const answered = statuses.filter((status) => status === 200).length
    expect(answered).toBeGreaterThanOrEqual(16)
    expect(sandbox.gateway.arrivals.length).toBeGreaterThanOrEqual(answered)
    const sent = sandbox.gateway.arrivals.map(({ sentAt = Number.NaN }) => sentAt)
    expect(sent.every(Number.isFinite)).toBe(true)
    expect(mostInWindow(sent)).toBeLessThanOrEqual(3)
  } finally {
    await sandbox.close()
  }
})

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
