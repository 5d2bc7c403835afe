import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aBatchRow } from '../../testing/batches.ts'
import { allowHosts, hostsToAllow, readAddress } from './read-address.ts'
import type { RowError } from './row-picture.ts'

beforeEach(() => {
  fakeBrowser.reset()
  vi.restoreAllMocks()
})

const rowWith = (index: number, address: string, digest: string | null = null) =>
  aBatchRow(index, { picture: { kind: 'address', address }, digest })

test('each website that is still to be read and not allowed yet is asked for once', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(
    (async ({ origins }: { origins: string[] }) => origins[0] === 'https://allowed.example/*') as never,
  )
  const rows = [
    ...[rowWith(0, 'https://a.example/1.jpg'), rowWith(1, 'https://a.example:8443/2.jpg')],
    ...[rowWith(2, 'http://a.example/3.jpg'), rowWith(3, 'https://allowed.example/4.jpg')],
    ...[rowWith(4, 'https://read.example/5.jpg', 'd1'), rowWith(5, 'file:///etc/passwd'), aBatchRow(6)],
  ]
  expect(await hostsToAllow(rows)).toEqual([
    { host: 'a.example', pattern: 'https://a.example/*' },
    { host: 'a.example', pattern: 'http://a.example/*' },
  ])
})

describe('a host in the user’s own network', () => {
  const router = { host: '192.168.1.1', pattern: 'http://192.168.1.1/*' }
  const picture = 'http://192.168.1.1/a.jpg'
  const read = () =>
    readAddress(new AbortController().signal, picture).then(
      (file) => file.text(),
      (error: RowError) => error.failure,
    )
  const fetched = vi.fn(async () => new Response('picture'))
  beforeEach(() => {
    fetched.mockClear()
    vi.stubGlobal('fetch', fetched)
    return () => vi.unstubAllGlobals()
  })
  /** As if all websites were. */
  function allow(...origins: string[]) {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never)
    vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins } as never)
  }

  test('is not asked for among others', async () => {
    allow('*://*/*')
    expect(await hostsToAllow([rowWith(0, picture)])).toEqual([])
    expect(await hostsToAllow([rowWith(0, picture)], { local: true })).toEqual([router])
  })
  test('is not contacted, even if all websites are allowed', async () => {
    allow('*://*/*')
    expect(await read()).toEqual({ code: 'address_local', detail: '192.168.1.1' })
    expect(fetched).not.toHaveBeenCalled()
  })
  test('is read once that very host is allowed', async () => {
    allow(router.pattern)
    expect(await read()).toBe('picture')
  })
})

test('a website that is not allowed is not contacted', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false as never)
  const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('picture'))
  const reading = readAddress(new AbortController().signal, 'https://a.example/1.jpg')
  await expect(reading).rejects.toMatchObject({
    failure: { code: 'host_not_allowed', detail: 'a.example' },
  })
  expect(fetched).not.toHaveBeenCalled()
})

test('all of them are one question', async () => {
  const request = vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(true as never)
  expect(await allowHosts([{ pattern: 'https://a.example/*' }, { pattern: 'https://b.example/*' }])).toBe(
    true,
  )
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://a.example/*', 'https://b.example/*'] })
})
