import type { Pixels } from '@find-on-1688/shared'
import { expect, test, vi } from 'vitest'
import { UnreadablePhotoError } from './decode-photo.ts'
import { readPhoto } from './read-photo.ts'

const ADDRESS = 'https://shop.example/a.jpg'
const PIXELS: Pixels = { data: new Uint8ClampedArray(4), width: 1, height: 1 }
const jpeg = (bytes: BodyInit = 'jpeg', headers: Record<string, string> = {}) =>
  new Response(bytes, { headers: { 'Content-Type': 'image/jpeg', ...headers } })
const never = () => new Promise<never>(() => {})

/** Answers one after the other; the last answer repeats. */
function host(...answers: (() => Response | Promise<Response>)[]) {
  return vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => {
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    return (answer as () => Response)()
  })
}

function read(
  fetch: ReturnType<typeof host>,
  {
    address = ADDRESS,
    decode = async (_: Blob) => PIXELS,
    signal = new AbortController().signal,
    timeoutMs = 5000,
  } = {},
) {
  return readPhoto(signal, address, { fetch, decode, timeoutMs })
}

const refused = () => Promise.reject(new TypeError('Failed to fetch'))
const asked = (fetch: ReturnType<typeof host>) =>
  fetch.mock.calls.map(([url, init]) => `${init?.cache} ${url}`)

test('a picture is fetched without cookies and referrer, and decoded', async () => {
  const decoded: string[] = []
  const fetch = host(jpeg)
  const decode = async (picture: Blob) => {
    decoded.push(`${picture.type} ${await picture.text()}`)
    return PIXELS
  }
  expect(await read(fetch, { decode })).toBe(PIXELS)
  expect(decoded).toEqual(['image/jpeg jpeg'])
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
  expect(asked(fetch)).toEqual([`force-cache ${ADDRESS}`])
})

test('a cached picture that may not be read is requested again', async () => {
  const fetch = host(refused, jpeg)
  expect(await read(fetch)).toBe(PIXELS)
  expect(asked(fetch)).toEqual([`force-cache ${ADDRESS}`, `reload ${ADDRESS}`])
})

test('a host that refuses, or has no such picture, is unreachable', async () => {
  await expect(read(host(refused))).rejects.toMatchObject({ why: 'unreachable' })
  for (const status of [403, 404, 503]) {
    const fetch = host(() => new Response('', { status }))
    await expect(read(fetch)).rejects.toMatchObject({ why: 'unreachable' })
    expect(fetch).toHaveBeenCalledTimes(1)
  }
})

test('a host that does not answer is unreachable after a timeout', async () => {
  const silent = host(never)
  await expect(read(silent, { timeoutMs: 20 })).rejects.toMatchObject({ why: 'unreachable' })
  expect(silent).toHaveBeenCalledTimes(1)
})

test('something other than a picture, or one that cannot be decoded, is unreadable', async () => {
  const page = host(() => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }))
  await expect(read(page)).rejects.toMatchObject({ why: 'unreadable' })
  const decode = () => Promise.reject(new UnreadablePhotoError('unreadable'))
  await expect(read(host(jpeg), { decode })).rejects.toMatchObject({ why: 'unreadable' })
})

test('more than 5 MB are not read, whether the host announces them or not', async () => {
  const decode = vi.fn(async () => PIXELS)
  const said = host(() => jpeg('x', { 'Content-Length': '5242881' }))
  await expect(read(said, { decode })).rejects.toMatchObject({ why: 'unreadable' })
  const megabyte = new Uint8Array(1024 * 1024)
  const endless = vi.fn((controller: ReadableStreamDefaultController) => controller.enqueue(megabyte))
  const unsaid = host(() => jpeg(new ReadableStream({ pull: endless })))
  await expect(read(unsaid, { decode })).rejects.toMatchObject({ why: 'unreadable' })
  expect(endless.mock.calls.length).toBeLessThan(9)
  expect(decode).not.toHaveBeenCalled()
})

test('for pictures of 1688 a small version is requested first, then the picture itself', async () => {
  const address = 'https://cbu01.alicdn.com/img/a.jpg'
  const fetch = host(() => new Response('', { status: 404 }), jpeg)
  expect(await read(fetch, { address })).toBe(PIXELS)
  expect(asked(fetch)).toEqual([`force-cache ${address}_220x220.jpg`, `force-cache ${address}`])
})

test('only web and data: addresses are requested', async () => {
  const fetch = host(jpeg)
  for (const address of ['blob:https://shop.example/1', 'file:///etc/passwd', 'a.jpg', ''])
    await expect(read(fetch, { address })).rejects.toMatchObject({ why: 'unreachable' })
  expect(fetch).not.toHaveBeenCalled()
  expect(await read(fetch, { address: 'data:image/jpeg;base64,AA==' })).toBe(PIXELS)
})

test('an abort rejects at once with its reason, even if the decoder never ends', async () => {
  const abort = new AbortController()
  const decode = () => {
    abort.abort(new Error('closed'))
    return never()
  }
  await expect(read(host(jpeg), { decode, signal: abort.signal })).rejects.toThrow('closed')
})
