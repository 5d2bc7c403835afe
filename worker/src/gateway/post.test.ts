import { describe, expect, test } from 'vitest'
import { crossborder } from '../providers/crossborder.ts'
import { dropship } from '../providers/dropship.ts'
import { imageSearch } from '../providers/image-search.ts'
import { errorOf, received } from '../testing/upstream.ts'
import { postForm } from './post.ts'

const page = '<html><h1>Bad gateway</h1></html>'
const never = new AbortController().signal

describe.each([
  ['crossborder', crossborder],
  ['dropship', dropship],
  ['image-search', imageSearch],
])('%s: a response that is no answer', (_name, search) => {
  test.each<[string, string | null, number, string]>([
    ['a page', page, 200, 'upstream_bad_response'],
    ['truncated JSON', '{"result":{"success":"tr', 200, 'upstream_bad_response'],
    ['nothing', '', 200, 'upstream_bad_response'],
    ['no body', null, 204, 'upstream_bad_response'],
    ['a list', '[]', 200, 'upstream_bad_response'],
    ['null', 'null', 200, 'upstream_bad_response'],
    ['an empty object', '{}', 200, 'upstream_bad_response'],
    ['a redirect', null, 302, 'upstream_bad_response'],
    ['a page, HTTP 401', page, 401, 'upstream_unauthorized'],
    ['a page, HTTP 413', page, 413, 'upstream_rejected_image'],
    ['a page, HTTP 429', page, 429, 'upstream_throttled'],
    ['a page, HTTP 500', page, 500, 'upstream_unavailable'],
    ['a page, HTTP 502', page, 502, 'upstream_unavailable'],
    ['an empty object, HTTP 503', '{}', 503, 'upstream_unavailable'],
    ['a good response, HTTP 500', '{"result":{"success":true}}', 500, 'upstream_unavailable'],
  ])('%s', async (_what, text, status, code) => {
    expect((await errorOf(search, await received(text, { status }))).code).toBe(code)
  })
})

test('only image-search means throttling by HTTP 403', async () => {
  const answer = await received(page, { status: 403 })
  expect(await errorOf(imageSearch, answer)).toMatchObject({
    code: 'upstream_throttled',
    retryable: true,
  })
  expect((await errorOf(dropship, answer)).code).toBe('upstream_bad_response')
})

test.each([
  ['403', 'upstream_throttled'],
  ['413', 'upstream_rejected_image'],
])('its body may also say %s', async (code, expected) => {
  const answer = await received(JSON.stringify({ error_response: { code, msg: '' } }))
  expect((await errorOf(imageSearch, answer)).code).toBe(expected)
})

test('19 digits stay 19 digits, and small numbers and fractions stay numbers', async () => {
  const { body } = await received('{"id":1244408133008209457,"n":20,"r":0.13,"s":"1e3","e":1e30}')
  expect(body).toEqual({ id: '1244408133008209457', n: 20, r: 0.13, s: '1e3', e: 1e30 })
})

test('a response over 4 MiB is refused, and the rest is not read', async () => {
  let pulled = 0
  const endless = new ReadableStream({
    type: 'bytes',
    pull(controller) {
      pulled++
      controller.enqueue(new Uint8Array(1 << 20).fill(0x20))
    },
  })
  await expect(received(endless)).rejects.toMatchObject({ code: 'upstream_bad_response' })
  expect(pulled).toBeLessThan(8)
})

test('a response of exactly 4 MiB is read', async () => {
  expect((await received('{}'.padEnd(4 << 20))).body).toEqual({})
})

test('the form arrives as it was signed: + / = and Chinese survive the encoding', async () => {
  const params = { imgBase64: 'ab+/cd==', keyword: '裙 子&a=b', empty: '' }
  let sent: Request | undefined
  await postForm(never, 'https://gateway.test/x', params, 1000, async (url, init) => {
    sent = new Request(url, init)
    return new Response('{}')
  })
  expect(sent?.method).toBe('POST')
  expect(sent?.redirect).toBe('manual')
  const form = new URLSearchParams(new TextDecoder().decode(await sent?.arrayBuffer()))
  expect(Object.fromEntries(form)).toEqual(params)
})

describe('the timeout', () => {
  const hang: typeof fetch = (_url, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))

  test('covers the wait for a response', async () => {
    const call = postForm(never, 'https://gateway.test', {}, 30, hang)
    await expect(call).rejects.toMatchObject({ code: 'upstream_timeout', retryable: true })
  })

  test('also covers a body that stops arriving', async () => {
    let status = 0
    const watched: typeof fetch = async (...request) => {
      const response = await fetch(...request)
      status = response.status
      return response
    }
    const call = postForm(never, 'https://stalls.test/', {}, 500, watched)
    await expect(call).rejects.toMatchObject({ code: 'upstream_timeout' })
    expect(status).toBe(200)
  })

  test('a broken connection is worth a retry, and its message is not passed on', async () => {
    const broken = () => Promise.reject(new Error('connect canary:443'))
    const failure = await postForm(never, 'https://gateway.test', {}, 1000, broken).catch((error) => error)
    expect(failure).toMatchObject({ code: 'upstream_unavailable', retryable: true })
    expect(failure.message).not.toContain('canary')
  })
})
