import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { AppError } from '@find-on-1688/shared'
import { expect, test, vi } from 'vitest'
import type { Handler } from './context.ts'
import { createRouter, type Route } from './router.ts'

const fetchFrom = (routes: Route[], path: string, init?: RequestInit, middleware: Handler[] = []) =>
  createRouter(middleware, routes).fetch(
    new Request(`https://worker.test${path}`, init),
    env,
    createExecutionContext(),
  )

const say =
  (text: string): Handler =>
  (c) =>
    c.json([text, c.params])

test.each([
  ['/a', ['a', {}]],
  ['/a/', ['a', {}]],
  ['/a?b=c', ['a', {}]],
  ['/a/12', ['part', { id: '12' }]],
  ['/a.json', ['file', {}]],
])('%s is led to its route', async (path, said) => {
  const routes: Route[] = [
    ['GET', '/a', say('a')],
    ['GET', '/a/:id', say('part')],
    ['GET', '/a.json', say('file')],
  ]
  expect(await (await fetchFrom(routes, path)).json()).toEqual(said)
})

test.each(['/', '/b', '/a/1/2', '/aXjson', '/A', '//a'])('%s leads nowhere', async (path) => {
  const routes: Route[] = [
    ['GET', '/a/:id', say('part')],
    ['GET', '/a.json', say('file')],
  ]
  expect((await fetchFrom(routes, path)).status).toBe(404)
})

test('a handler may answer before those after it', async () => {
  const after = vi.fn<Handler>()
  const response = await fetchFrom([['GET', '/a', say('first'), after]], '/a')
  expect(await response.json()).toEqual(['first', {}])
  expect(after).not.toHaveBeenCalled()
})

test('middleware sees every answer, also to what was thrown and to what leads nowhere', async () => {
  const seen: number[] = []
  const watch: Handler = async (_c, next) => {
    const response = await next()
    seen.push(response.status)
    response.headers.set('X-Seen', 'yes')
    return response
  }
  const fail: Handler = () => {
    throw new AppError('busy', 'Later.', { retryAfterMs: 1500 })
  }
  const failed = await fetchFrom([['POST', '/a', fail]], '/a', { method: 'POST' }, [watch])
  expect(failed.headers.get('Retry-After')).toBe('2')
  expect(failed.headers.get('X-Seen')).toBe('yes')
  await fetchFrom([['POST', '/a', fail]], '/a', {}, [watch])
  await fetchFrom([], '/a', {}, [watch])
  expect(seen).toEqual([503, 405, 404])
})

test('headers that were set before an answer are part of it', async () => {
  const set: Handler = (c, next) => {
    c.header('X-Set', 'yes')
    return next()
  }
  const response = await fetchFrom([['GET', '/a', set, say('a')]], '/a')
  expect(response.headers.get('X-Set')).toBe('yes')
  expect(response.headers.get('Content-Type')).toBe('application/json')
})
