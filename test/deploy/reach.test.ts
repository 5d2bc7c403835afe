import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { waitForWorker } from './reach.ts'

const problem = (status: number, code: string, detail: string) => ({
  type: 'about:blank',
  title: 'A title',
  status,
  detail,
  code,
  requestId: 'r',
})
const HEALTH = { status: 'ok', service: 'find-on-1688', version: '1', provider: 'dropship' }
let server: Server
afterEach(() => server.close())

/** Gives each answer once, and the last one from then on. */
async function serve(...answers: [number, unknown][]): Promise<string> {
  server = createServer((_, response) => {
    const [status, body] = (answers.length > 1 ? answers.shift() : answers[0]) ?? [500, {}]
    response.writeHead(status).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const options = { intervalMs: 1 }

test('waits for an address that does not answer yet', async () => {
  const onWait = vi.fn()
  const address = await serve([404, 'There is nothing here yet'], [523, {}], [200, HEALTH])
  expect(await waitForWorker(address, { ...options, onWait })).toEqual(HEALTH)
  expect(onWait).toHaveBeenCalledTimes(1)
})

test('waits until a new admin token has arrived', async () => {
  const address = await serve(
    [200, HEALTH],
    [401, problem(401, 'unauthorized', 'No.')],
    [200, HEALTH],
    [200, { clients: [], cursor: null }],
  )
  expect(await waitForWorker(address, { ...options, adminToken: 'new' })).toEqual(HEALTH)
})

test.each([
  [
    'which settings are missing',
    503,
    problem(503, 'not_configured', 'APP_KEY is missing.'),
    /not set up: APP_KEY is missing/,
  ],
  ['that nothing answers', 404, {}, /does not answer yet/],
])('says at last %s', async (_, status, body, sentence) => {
  const address = await serve([status, body])
  await expect(waitForWorker(address, { ...options, patienceMs: 5 })).rejects.toThrow(sentence)
})
