import { env } from 'cloudflare:workers'
import { type Health, PATHS } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { fetchWorker, statusAndCode } from './testing/http.ts'

const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'

test('health says what is set up, to anyone, without any values', async () => {
  const response = await fetchWorker(PATHS.health)
  const text = await response.text()
  expect(response.status).toBe(200)
  expect(JSON.parse(text) as Health).toMatchObject({
    status: 'ok',
    service: 'find-on-1688',
    provider: 'crossborder',
  })
  expect(text).not.toContain('canary')
  expect(await statusAndCode(await fetchWorker(PATHS.health, {}, { ...env, APP_SECRET: '' }))).toEqual([
    503,
    'not_configured',
  ])
})

test('every answer has its own id and must not be cached', async () => {
  const answers = await Promise.all([
    fetchWorker(PATHS.health),
    fetchWorker(PATHS.usage),
    fetchWorker('/nothing'),
  ])
  const ids = answers.map(({ headers }) => headers.get('X-Request-Id'))
  expect(new Set(ids).size).toBe(3)
  for (const { headers } of answers) expect(headers.get('Cache-Control')).toBe('no-store')
  const problem = await (answers[2] as Response).json<{ requestId: string }>()
  expect(problem.requestId).toBe(ids[2])
})

test.each([
  ['GET', '/'],
  ['GET', PATHS.search],
  ['POST', PATHS.health],
  ['GET', `${PATHS.health}/x`],
])('%s %s is not found, and the answer is a problem', async (method, path) => {
  const response = await fetchWorker(path, { method })
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(await statusAndCode(response)).toEqual([404, 'invalid_request'])
})

describe('CORS', () => {
  const preflight = (origin: string) =>
    fetchWorker(PATHS.search, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    })

  test.each([EXTENSION, 'moz-extension://0b1c2d3e-0000-4000-8000-123456789abc'])(
    'lets %s in',
    async (origin) => {
      const { headers } = await preflight(origin)
      expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
      expect(headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('authorization')
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
      expect(headers.get('Vary')).toContain('Origin')
      const refused = await fetchWorker(PATHS.usage, { headers: { Origin: origin } })
      expect(refused.status).toBe(401)
      expect(refused.headers.get('Access-Control-Allow-Origin')).toBe(origin)
      expect(refused.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
    },
  )

  test.each(['https://www.1688.com', 'null', `${EXTENSION}.example.com`, `https://x/${EXTENSION}`])(
    'lets no page in: %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('Access-Control-Allow-Origin')).toBeNull()
    },
  )
})

test('the OpenAPI description covers every path', async () => {
  const { openapi, paths } = await (await fetchWorker(PATHS.openapi)).json<{
    openapi: string
    paths: object
  }>()
  expect(openapi).toMatch(/^3\.1/)
  const { openapi: _itself, offers, ...others } = PATHS
  const described = [...Object.values(others), `${offers}/{offerId}`, `${PATHS.adminClients}/{id}`]
  expect(Object.keys(paths).sort()).toEqual(described.sort())
})
