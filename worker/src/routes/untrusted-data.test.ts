import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { type IssuedClient, PATHS, SearchAnswerSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTestClient, fetchWorker, jpegOf, mockGateway, searchInit } from '../testing/http.ts'

/** Everything that was answered or logged during the hostile answers. */
const seen: string[] = []
const picture = jpegOf(400, 400)
let client: IssuedClient

beforeAll(async () => {
  client = await createTestClient({ name: 'canary test' })
})
afterEach(() => vi.restoreAllMocks())

const good = { offerId: '714', subject: '背包' }
const found = (data: unknown, extra = {}) => ({
  result: { success: 'true', result: { totalRecords: 1, data, ...extra } },
})
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { result: deep(levels - 1) })
const SHAPES: [string, unknown][] = [
  ['nothing', null],
  ['a number', 7],
  ['a string', 'ok'],
  ['a list', [1, [2, [3]]]],
  ['an empty object', {}],
  ['a result that is a list', { result: [] }],
  ['a result that is a number', { result: 1e308 }],
  ['success of an unknown kind', { result: { success: {}, result: {} } }],
  ['offers that are a string', found('many')],
  ['offers that are an object', found({ 0: good })],
  ['offers that are lists', found([[], [[]]])],
  ['ten thousand offers', found(Array.from({ length: 10_000 }, () => good))],
  ['a thousand levels', deep(1000)],
  [
    'an offer with everything wrong',
    found([
      {
        ...good,
        priceInfo: [],
        companyName: {},
        imageUrl: 7,
        sellerIdentities: 'x',
        monthSold: -1,
        repurchaseRate: '999%',
      },
    ]),
  ],
  [
    'script addresses',
    found([{ ...good, imageUrl: 'javascript:alert(1)', promotionURL: 'data:text/html,x' }]),
  ],
  [
    'markup',
    found([{ ...good, subject: '<img src=x onerror=alert(1)>包<script>x</script>', subjectTrans: '<<b>i>' }]),
  ],
  ['half a surrogate pair', found([{ ...good, subject: '包\ud83d', subjectTrans: '\ude00' }])],
  ['invisible characters', found([{ ...good, subject: '\u202e包\u0000\u2028' }])],
  ['a long title', found([{ ...good, subject: '包'.repeat(1e5) }])],
  ['prototype names', found([{ ...good, __proto__: { polluted: true }, constructor: { prototype: {} } }])],
  ['a failure without text', { error_code: null, errorCode: '' }],
  ['a failure that is an object', { error_code: { a: 1 }, error_message: [] }],
]

async function search(page: number) {
  const response = await fetchWorker(
    `${PATHS.search}?pageSize=1&page=${page}`,
    searchInit(client.key, picture),
  )
  const text = await response.text()
  seen.push(text, JSON.stringify([...response.headers]))
  return { status: response.status, text }
}

function listen() {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void seen.push(words.map(String).join(' ')))
}

describe('a hostile answer', () => {
  test.each(SHAPES)('%s becomes clean offers or a failure from the table', async (_name, body) => {
    listen()
    mockGateway((api) =>
      api.includes('upload') ? { result: { success: true, result: '1688' } } : (body as object),
    )
    const { status, text } = await search(seen.length + 1)
    if (status !== 200)
      return expect(JSON.parse(text)).toMatchObject({ code: expect.stringMatching(/^upstream_/) })
    const answer = v.parse(SearchAnswerSchema, JSON.parse(text))
    expect(answer.offers.length).toBeLessThanOrEqual(50)
    expect(text).not.toMatch(/javascript:|data:|<\w|onerror|[\u202a-\u202e]/)
    for (const offer of answer.offers) expect(offer.title.length).toBeLessThanOrEqual(300)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('that repeats a secret is not passed on', async () => {
    listen()
    mockGateway((_api, form) => ({
      error_code: String(form),
      error_message: String(form),
      exception: String(form),
    }))
    expect((await search(1900)).status).toBeGreaterThanOrEqual(500)
    mockGateway((_api, form) =>
      found([{ offerId: '1', subject: 'x', companyName: 'x', imageUrl: `https://x.example/?${form}` }]),
    )
    await search(1901)
  })
})

describe('after all that', () => {
  async function everything(): Promise<string> {
    const stored = await Promise.all(
      [env.CLIENTS, env.ANSWERS].map(async (store) => {
        const { keys } = (await store?.list()) ?? { keys: [] }
        return Promise.all(keys.map(async ({ name, metadata }) => [name, metadata, await store?.get(name)]))
      }),
    )
    const rows = await Promise.all(
      [env.DISPATCHER.getByName(env.APP_KEY ?? ''), env.USAGE.getByName(client.id)].map((object) =>
        runInDurableObject(
          object as never,
          (_instance: unknown, { storage: { sql } }: DurableObjectState) => {
            const tables = sql
              .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
              .toArray()
            const own = tables.filter(({ name }) => !name.startsWith('_'))
            return own.map(({ name }) => sql.exec(`SELECT * FROM "${name}"`).toArray())
          },
        ),
      ),
    )
    return JSON.stringify([seen, stored, rows])
  }

  const traces = (): string[] => {
    const { d } = JSON.parse(env.ATTESTATION_KEY ?? '')
    const secrets = [env.APP_SECRET, env.ACCESS_TOKEN, env.ADMIN_TOKEN, client.key, d].map(String)
    const base64 = picture.toBase64()
    return [
      ...secrets,
      ...secrets.map(encodeURIComponent),
      ...secrets.map((secret) => btoa(secret).slice(0, 16)),
      base64.slice(16, 48),
      encodeURIComponent(base64.slice(16, 48)),
      picture.toHex().slice(32, 64),
    ]
  }

  test('no answer, log or store contains a secret, a key or a piece of the picture', async () => {
    const all = await everything()
    expect(all).toContain('notBeforeMs')
    expect(all).toContain('keyHash')
    expect(seen.length).toBeGreaterThan(2 * SHAPES.length)
    for (const trace of traces()) expect(all.includes(trace), trace).toBe(false)
  })

  test('a secret in the log would be found', async () => {
    const calls = mockGateway(() => ({}))
    await fetchWorker(`${PATHS.search}?pageSize=1&page=1950`, searchInit(client.key, jpegOf(400, 401)))
    const logged = calls.map(({ form }) => String(form)).join()
    expect(traces().some((trace) => logged.includes(trace))).toBe(true)
  })
})
