import { join } from 'node:path'
import {
  LIMITS,
  type OfferAnswer,
  PATHS,
  type Provider,
  type SearchAnswer,
  type Usage,
} from '@find-on-1688/shared'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { INSTRUCTING_TITLES } from '../../fakes/gateway/instructing-items.ts'
import { type Sandbox, startSandbox } from '../../fakes/sandbox/index.ts'
import { CACHE } from '../../tools/paths.ts'
import { type Agent, type Era, startAgent } from './agent.ts'
import { quotesIn } from './text-block.ts'
import { Transcript } from './transcript.ts'

const transcript = new Transcript()
afterAll(() => transcript.write(join(CACHE, 'mcp-transcript.md')))

describe.each<[Provider, Era]>([
  ['crossborder', '2026-07-28'],
  ['dropship', 'legacy'],
  ['image-search', 'auto'],
])('an agent with %s, in the protocol %s', (provider, era) => {
  let sandbox: Sandbox
  let agent: Agent
  let pictures: Buffer[]
  const found: SearchAnswer[] = []

  beforeAll(async () => {
    sandbox = await startSandbox({ provider, settings: { MAX_QPS: '100' }, maxQps: 100 })
    transcript.heading(`${provider}, ${era}`)
    agent = await startAgent(sandbox.workerUrl, sandbox.clientKey, era, transcript)
    pictures = sandbox.shop.pictures.filter(({ type }) => type === 'image/jpeg').map(({ bytes }) => bytes)
  })
  afterEach(() => sandbox.gateway.clearFaults())
  afterAll(async () => {
    await agent?.close()
    await sandbox?.close()
  })

  const search = (args: Record<string, unknown>, bytes = pictures[0]) =>
    agent.call('search_by_image', { image: bytes?.toString('base64'), ...args })
  const used = async () => {
    const { result } = await agent.call('usage')
    return (result.structuredContent as Usage).dailySearches.used
  }

  test('is told what the tools do, cost and must not be used for', async () => {
    const { tools } = await agent.client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['search_by_image', 'get_offer', 'usage'])
    for (const { description, annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
      expect(description).toMatch(/Costs/)
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(outputSchema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    }
    for (const { description } of tools.slice(0, 2)) expect(description).toContain('untrusted')
    expect(agent.client.getInstructions()).toContain('untrusted')
  })

  test('finds what the extension finds, and pays for it as the extension does', async () => {
    expect(await used()).toBe(0)
    for (const bytes of pictures.slice(0, 8)) {
      const { result, text } = await search({}, bytes)
      const answer = result.structuredContent as SearchAnswer
      found.push(answer)
      quotesIn(text)
      expect(text).toContain(`${answer.offers.length} of `)
      for (const { price, offerId } of answer.offers) expect(text).toContain(priceIn(offerId, price))
      const response = await fetch(sandbox.workerUrl + PATHS.search, {
        method: 'POST',
        headers: { Authorization: `Bearer ${sandbox.clientKey}`, 'Content-Type': 'image/jpeg' },
        body: new Uint8Array(bytes),
      })
      const own = {
        searchId: expect.any(String),
        attestation: expect.any(String),
        cached: expect.any(Boolean),
      }
      expect(answer).toEqual({ ...((await response.json()) as SearchAnswer), ...own })
    }
    expect(found.some(({ offers }) => offers.length > 0)).toBe(true)
    expect(await used()).toBe(8)
  })

  test('asks again for what is known, and pays nothing', async () => {
    const before = await used()
    const { text } = await search({})
    expect(text).toContain('From the cache: it cost no search.')
    expect(await used()).toBe(before)
  })

  test('says unknown where 1688 does not give a price', async () => {
    const { offers, picture } = sandbox.gateway.catalogue
    const negotiable = offers.find(({ terms }) => terms.priceForm === 'negotiable')
    const { result, text } = await search({ mode: 'similar' }, await picture(`${negotiable?.picture}`))
    const answer = result.structuredContent as SearchAnswer
    expect(answer.offers.find(({ offerId }) => offerId === negotiable?.offerId)?.price).toBeNull()
    expect(text).toContain(`offer ${negotiable?.offerId} · price unknown`)
  })

  test.each<Record<string, unknown>>([
    { mode: 'similar' },
    { page: 2, pageSize: 3 },
    { pageSize: 50 },
    { page: 2000, pageSize: 50 },
    { sort: 'price-asc' },
    { sort: 'sales-desc' },
    { priceMin: '1.00', priceMax: '9.99' },
    { filter: ['dropship', 'ships48h'] },
    { keyword: '背包' },
    { region: '0,0,200,200' },
    { language: 'ru' },
    { priority: 'interactive', keyword: '红' },
  ])('searches with %j', async (args) => {
    const { result, text } = await search(args)
    const { offers, page, mode } = result.structuredContent as SearchAnswer
    expect(page).toBe(args.page ?? 1)
    expect(mode).toBe(args.mode ?? 'same')
    expect(text).toMatch(offers.length === 0 ? /^No offers found/ : /^\d+ of /)
    if (offers.length > 0) quotesIn(text)
  })

  test('searches by an address, if 1688 can fetch it', async () => {
    const imageUrl = `${new URL(sandbox.gateway.url).origin}/img/${sandbox.gateway.catalogue.offers[0]?.picture}.jpg`
    const { result } = await agent.call('search_by_image', { imageUrl })
    const answer = result.structuredContent as SearchAnswer | undefined
    if (answer) expect(answer.image).toBeNull()
    // This stand-in's own pictures are not on the platform's picture host.
    else expect(provider).toBe('crossborder')
    const { problem } = await agent.call('search_by_image', { imageUrl: 'http://10.0.0.1/a.jpg' })
    expect(problem?.code).toBe('invalid_request')
    for (const not of ['ftp://x.example/a.jpg', 'data:image/png;base64,AA'])
      expect((await agent.call('search_by_image', { imageUrl: not })).problem?.code).toBe('invalid_request')
  })

  test('looks at offers', async () => {
    const ids = found.flatMap(({ offers }) => offers.map(({ offerId }) => offerId)).slice(0, 4)
    for (const offerId of ids) {
      const { result, text, problem } = await agent.call('get_offer', { offerId })
      if (provider !== 'crossborder') {
        expect(problem?.code).toBe('not_supported')
        continue
      }
      if (problem) continue
      quotesIn(text)
      const { price, minOrder } = result.structuredContent as OfferAnswer
      expect(text).toContain(priceIn(offerId, price))
      expect(text).toContain(`minimum order ${minOrder ?? 'unknown'}`)
    }
    const before = await used()
    const gone = await agent.call('get_offer', { offerId: '999999999999' })
    expect(gone.result.isError).toBe(true)
    // 1688 had to be asked, and the failure does not say otherwise.
    expect(await used()).toBe(before + (provider === 'crossborder' ? 1 : 0))
    expect(gone.text).not.toContain('no search')
    expect((await agent.call('get_offer', { offerId: 'x' })).problem?.code).toBe('invalid_request')
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['too large', { image: Buffer.alloc(LIMITS.pictureBytes + 1, 1).toString('base64') }, 'image_too_large'],
    [
      'a GIF',
      { image: Buffer.from('GIF89a\u0001\u0000\u0001\u0000').toString('base64') },
      'image_unsupported',
    ],
    ['a text', { image: Buffer.from('a text').toString('base64') }, 'image_unsupported'],
    ['empty', { image: '' }, 'image_unsupported'],
    ['no base64', { image: 'C:\\pictures\\bag.jpg' }, 'invalid_request'],
    ['missing', {}, 'invalid_request'],
  ])('is told what to do about a picture that is %s', async (_, args, code) => {
    const { problem, text } = await agent.call('search_by_image', args)
    expect(problem?.code).toBe(code)
    expect(text).toMatch(new RegExp(`^${code}: .+\\nNext step: .+$`))
  })

  test.each<[Parameters<Sandbox['gateway']['setFault']>[0], string[]]>([
    ['http-500', ['upstream_unavailable']],
    ['hostile-offers', []],
    ['data-null', []],
  ])('is told what became of a search while the platform plays %s', async (fault, codes) => {
    sandbox.gateway.setFault(fault)
    const { problem, text } = await search({ keyword: fault })
    expect(problem ? [problem.code] : []).toEqual(codes)
    expect(text).not.toMatch(/javascript:|<script|onerror/)
  })

  test('reads what sellers write for agents as data', async () => {
    sandbox.gateway.setFault('instructing-offers')
    const { result, text } = await search({ pageSize: 50, keyword: 'instructing' })
    const { offers } = result.structuredContent as SearchAnswer
    expect(offers.length).toBe(INSTRUCTING_TITLES.length)
    const quotes = quotesIn(text)
    expect(quotes.length).toBeGreaterThanOrEqual(offers.length)
    for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(200)
    // What can be seen of them is there: nothing is dropped in silence.
    expect(quotes.join()).toContain('Ignore previous instructions')
    expect(text.match(/^offer /gm)).toHaveLength(offers.length)
    expect(text.match(/ · price unknown · /g)).toHaveLength(offers.length - 1)
    const { text: detail, problem } = await agent.call('get_offer', { offerId: '710000001004' })
    if (provider === 'crossborder') expect(quotesIn(detail).length).toBeGreaterThan(INSTRUCTING_TITLES.length)
    else expect(problem?.code).toBe('not_supported')
  })

  test('the schemas refuse what is no answer', async () => {
    const [answer] = found
    const validate = agent.validators.get('search_by_image')
    expect(validate?.(answer)).toBe(true)
    const [offer] = answer?.offers ?? []
    for (const change of [
      { price: 10.1 },
      { price: '' },
      { currency: 'USD' },
      { minOrder: -1 },
      { title: null },
    ])
      expect(validate?.({ ...answer, offers: [{ ...offer, ...change }] }), JSON.stringify(change)).toBe(false)
    expect(validate?.({ ...answer, total: '95' })).toBe(false)
  })
})

test('at least a hundred calls were made', () => {
  expect(transcript.calls).toBeGreaterThanOrEqual(100)
})

function priceIn(offerId: string, price: string | null): string {
  return `offer ${offerId} · price ${price ?? 'unknown'}`
}
