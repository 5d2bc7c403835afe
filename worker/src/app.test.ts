import { env } from 'cloudflare:workers'
import { type Health, PATHS, type Problem } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { fetchWorker, statusAndCode, withoutObjects } from './testing/http.ts'

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

test('health names everything that is missing at once', async () => {
  const { APP_KEY: _key, APP_SECRET: _secret, ACCESS_TOKEN: _token, ...without } = env
  const missing = async (more: object) =>
    (await (await fetchWorker(PATHS.health, {}, { ...without, ...more })).json<Problem>()).detail
  expect(await missing({})).toMatch(/APP_KEY is missing; APP_SECRET is missing; ACCESS_TOKEN is missing\.$/)
  expect(await missing({ REFRESH_TOKEN: 'r' })).not.toContain('TOKEN')
  expect(await missing({ PROVIDER: 'image-search' })).not.toContain('TOKEN')
})

test('health names an admin token that is too short, and does without any', async () => {
  for (const ADMIN_TOKEN of ['fifteen-letters', `${'x'.repeat(20)} y`]) {
    const response = await fetchWorker(PATHS.health, {}, { ...env, ADMIN_TOKEN })
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'not_configured' })
    expect(text).toContain('ADMIN_TOKEN')
    expect(text).not.toContain(ADMIN_TOKEN)
  }
  const { ADMIN_TOKEN: _, ...without } = env
  expect((await fetchWorker(PATHS.health, {}, without)).status).toBe(200)
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
  ['DELETE', '/v1/nothing'],
  ['OPTIONS', '/v1/nothing'],
  ['GET', `${PATHS.health}/x`],
])('%s %s is not found, and the answer is a problem', async (method, path) => {
  const response = await fetchWorker(path, { method })
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(await statusAndCode(response)).toEqual([404, 'invalid_request'])
})

describe('an address', () => {
  test.each([
    ['GET', PATHS.search, 'POST'],
    ['HEAD', PATHS.search, 'POST'],
    ['PUT', PATHS.search, 'POST'],
    ['POST', PATHS.health, 'GET, HEAD'],
    ['DELETE', `${PATHS.offers}/710891050473`, 'GET, HEAD'],
    ['PATCH', PATHS.adminClients, 'GET, HEAD, POST'],
    ['POST', `${PATHS.adminClients}/0123456789abcdef`, 'DELETE'],
    ['PUT', PATHS.openapi, 'GET, HEAD'],
  ])('refuses %s %s, without a key or storage, and says what it takes', async (method, path, allowed) => {
    const response = await fetchWorker(path, { method }, withoutObjects({ CLIENTS: {} as never }))
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe(allowed)
    if (method === 'HEAD') return
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    const { code, status, detail } = await response.json<Problem>()
    expect({ code, status }).toEqual({ code: 'invalid_request', status: 405 })
    expect(detail).toContain(allowed)
  })

  test('says to OPTIONS which methods it takes', async () => {
    const response = await fetchWorker(PATHS.search, { method: 'OPTIONS' })
    expect([response.status, response.headers.get('Allow')]).toEqual([204, 'POST'])
  })

  test('answers HEAD as GET, without the body', async () => {
    const response = await fetchWorker(PATHS.health, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    const refused = await fetchWorker(PATHS.usage, { method: 'HEAD' })
    expect(refused.status).toBe(401)
  })
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
  const { openapi: _itself, docs: _page, mcp: _otherProtocol, offers, ...others } = PATHS
  const described = [...Object.values(others), `${offers}/{offerId}`, `${PATHS.adminClients}/{id}`]
  expect(Object.keys(paths).sort()).toEqual(described.sort())
})
