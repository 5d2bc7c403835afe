import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClient } from './client.ts'
import { ApiError } from './failure.ts'
import { createOperator } from './operator.ts'
import { ANSWER, events, fakeWorker, json, problem, type Reply } from './testing/fake-worker.ts'

const KEY = 'f1688_key'
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
const QUEUED = 'event: queued\ndata: {"position":1,"waitMs":0}\n\n'
const onProgress = () => {}

afterEach(() => vi.restoreAllMocks())

function connect(...replies: Reply[]) {
  const { fetch, sent } = fakeWorker(...replies)
  const client = createClient(
    { address: 'https://worker.example/', key: KEY },
    { fetch, retries: { attempts: 1 } },
  )
  return { client, sent }
}

async function failureOf(work: Promise<unknown>): Promise<ApiError> {
  const error = await work.then(
    () => expect.fail('it did not fail'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ApiError)
  expect(`${error} ${JSON.stringify(error)}`).not.toContain(KEY)
  return error as ApiError
}

/** The interface's table. */
const TABLE: [number, string][] = [
  [400, 'invalid_request'],
  [401, 'unauthorized'],
  [413, 'image_too_large'],
  [415, 'image_unsupported'],
  [429, 'rate_limited'],
  [429, 'quota_exhausted'],
  [501, 'not_supported'],
  [502, 'upstream_signature_rejected'],
  [502, 'upstream_unauthorized'],
  [502, 'upstream_access_denied'],
  [502, 'upstream_quota_exhausted'],
  [502, 'upstream_rejected_image'],
  [502, 'upstream_bad_response'],
  [502, 'upstream_unavailable'],
  [503, 'busy'],
  [503, 'upstream_throttled'],
  [503, 'not_configured'],
  [504, 'upstream_timeout'],
  [500, 'internal'],
]

describe.each(TABLE)("the worker's %i %s", (status, code) => {
  const failure = { code, status, detail: `About ${code}.`, requestId: '7c0b', retryAfterMs: 1500 }

  test('keeps its code, status, sentence, request and wait', async () => {
    expect(await failureOf(connect(problem(status, code, 1500)).client.search(JPEG))).toMatchObject(failure)
  })

  test('does so as an event, too', async () => {
    const data = await problem(status, code, 1500).text()
    const { client } = connect(events(QUEUED, `event: error\ndata: ${data}\n\n`))
    expect(await failureOf(client.search(JPEG, {}, { onProgress }))).toMatchObject(failure)
  })
})

test('a wait that only the header names is read, too', async () => {
  const answer = problem(503, 'busy')
  answer.headers.set('Retry-After', '7')
  expect(await failureOf(connect(answer).client.usage())).toMatchObject({ code: 'busy', retryAfterMs: 7000 })
})

test('a connection that fails says why, as far as it is known', async () => {
  const refused = new TypeError('fetch failed', {
    cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
  })
  const failure = await failureOf(connect(refused).client.search(JPEG))
  expect(failure).toMatchObject({ code: 'proxy_unreachable', status: undefined, cause: refused })
  expect(failure.detail).toContain('https://worker.example')
  expect(failure.detail).toContain('ECONNREFUSED')
})

test.each([502, 503, 504, 521, 530])("a gateway's %i means that the worker is not there", async (status) => {
  const page = new Response('<html>Bad gateway</html>', { status, headers: { 'Retry-After': '3' } })
  const expected = { code: 'proxy_unreachable', status, retryAfterMs: 3000 }
  expect(await failureOf(connect(page).client.search(JPEG))).toMatchObject(expected)
})

test.each<[string, Reply]>([
  [
    'the login page of a network',
    new Response('<html>Log in</html>', { headers: { 'Content-Type': 'text/html' } }),
  ],
  ['the page of another server', new Response('<html>Not found</html>', { status: 404 })],
  ['JSON of another shape', json({ offers: 'none' })],
  ['a failure of somebody else', json({ error: 'no' }, 400)],
  ['a code that is in no table', problem(500, 'odd')],
  ['an empty answer', new Response('')],
  ['nothing at all, where an answer belongs', new Response(null, { status: 204 })],
  ['a result of another shape', events('event: result\ndata: {"offers":1}\n\n')],
  ['a result that is no JSON', events('event: result\ndata: {"offers":\n\n')],
  ['an endless event', events('event: result\ndata: "', ...Array(9).fill('x'.repeat(500_000)))],
])('%s is no answer of this worker', async (_, reply) => {
  const failure = await failureOf(connect(reply).client.search(JPEG, {}, { onProgress }))
  expect(failure.code).toBe('proxy_bad_answer')
  expect(failure.status).toBe((reply as Response).status)
})

test('a login page does not pass for a client that was revoked', async () => {
  const { fetch } = fakeWorker(new Response('<html>Log in</html>'))
  const operator = createOperator({ address: 'https://worker.example', adminToken: KEY }, { fetch })
  expect((await failureOf(operator.revoke('00'))).code).toBe('proxy_bad_answer')
})

test.each([301, 302, 303, 307, 308])(
  'a redirect (%i) is not followed, and says where it leads',
  async (status) => {
    const headers = { Location: 'https://elsewhere.example/login?from=worker' }
    const { client, sent } = connect(new Response(null, { status, headers }), json(ANSWER))
    const failure = await failureOf(client.search(JPEG))
    expect(failure).toMatchObject({ code: 'proxy_redirected', status })
    expect(failure.detail).toContain('to https://elsewhere.example,')
    expect(sent).toHaveLength(1)
  },
)

test('a redirect of which a browser says nothing is one, too', async () => {
  const opaque = new Proxy(Response.error(), {
    get: (target, name) => (name === 'type' ? 'opaqueredirect' : Reflect.get(target, name, target)),
  })
  const failure = await failureOf(connect(() => opaque).client.usage())
  expect(failure).toMatchObject({ code: 'proxy_redirected', status: undefined })
})

test.each([
  ['breaks', [QUEUED, 'event: result\ndata: {"sea', undefined]],
  ['ends without a result', [QUEUED]],
  ['ends in the midst of its result', [QUEUED, `event: result\ndata: ${JSON.stringify(ANSWER)}\n`]],
])('a stream that %s was cut off', async (_, pieces) => {
  const failure = await failureOf(connect(events(...pieces)).client.search(JPEG, {}, { onProgress }))
  expect(failure.code).toBe('proxy_cut_off')
})

test('JSON that breaks off was cut off', async () => {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"searchId":'))
    },
    pull: (controller) => controller.error(new TypeError('terminated')),
  })
  const failure = await failureOf(connect(() => new Response(body)).client.search(JPEG))
  expect(failure.code).toBe('proxy_cut_off')
})

describe('a caller that stops', () => {
  test.each(['before it is sent', 'while it waits'])('%s gets its own reason', async (when) => {
    const stop = new AbortController()
    const { client, sent } = connect('hangs')
    const reason = new Error('the window was closed')
    if (when === 'before it is sent') stop.abort(reason)
    const searched = failureOf(client.search(JPEG, {}, { signal: stop.signal }))
    if (when !== 'before it is sent') await vi.waitFor(() => expect(sent).toHaveLength(1))
    stop.abort(reason)
    expect(await searched).toMatchObject({ code: 'aborted', cause: reason })
    expect(sent).toHaveLength(when === 'before it is sent' ? 0 : 1)
  })

  test('in the midst of the events ends the connection', async () => {
    const stop = new AbortController()
    let isCancelled = false
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(QUEUED))
        stop.signal.addEventListener('abort', () => {
          isCancelled = true
          controller.error(stop.signal.reason)
        })
      },
    })
    const response = new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
    const searched = connect(() => response).client.search(
      JPEG,
      {},
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    expect((await failureOf(searched)).code).toBe('aborted')
    expect(isCancelled).toBe(true)
  })
})

test('a worker that does not answer is waited for 30 seconds', async () => {
  const timeout = new AbortController()
  const spy = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal)
  const { client, sent } = connect('hangs')
  const searched = failureOf(client.search(JPEG))
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(spy).toHaveBeenCalledWith(30_000)
  timeout.abort()
  expect(await searched).toMatchObject({ code: 'proxy_timeout' })
})

test('how long to wait may be said', async () => {
  const spy = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
  const { fetch } = fakeWorker('hangs')
  const client = createClient(
    { address: 'https://worker.example' },
    { fetch, timeoutMs: 5, retries: { attempts: 1 } },
  )
  expect(await failureOf(client.health())).toMatchObject({ code: 'proxy_timeout' })
  expect(spy).toHaveBeenCalledWith(5)
})

test('a fault of the caller stays its own', async () => {
  const { client } = connect(events(QUEUED))
  const searched = client.search(
    JPEG,
    {},
    {
      onProgress: () => {
        throw new RangeError('mine')
      },
    },
  )
  await expect(searched).rejects.toThrow(new RangeError('mine'))
})

test('a picture over 5 MiB is refused before it is sent', async () => {
  const { client, sent } = connect(json(ANSWER))
  expect((await failureOf(client.search(new Uint8Array(5 * 1024 * 1024 + 1)))).code).toBe('image_too_large')
  expect((await failureOf(client.search(new Blob([new Uint8Array(6_000_000)])))).code).toBe('image_too_large')
  expect(sent).toEqual([])
})
