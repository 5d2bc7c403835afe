import { join } from 'node:path'
import { LIMITS, type NewClient, PATHS, type Usage } from '@find-on-1688/shared'
import { type FetchLike, SdkHttpError, UnauthorizedError } from '@modelcontextprotocol/client'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { issueClient, type Sandbox, startSandbox } from '../../fakes/sandbox/index.ts'
import { CACHE } from '../../tools/paths.ts'
import { retryWhenStalled } from '../retry-when-stalled.ts'
import { type Agent, startAgent } from './agent.ts'
import { askingFetch } from './over-node-http.ts'
import { Transcript } from './transcript.ts'

const transcript = new Transcript()
let sandbox: Sandbox
const agents: Agent[] = []

beforeAll(async () => {
  // As slow as 1688 allows an app to be asked: searches wait for each other.
  sandbox = await startSandbox({ provider: 'crossborder', settings: { CACHE_SECONDS: '0' } })
})
afterEach(async () => {
  sandbox.gateway.clearFaults()
  await Promise.all(agents.splice(0).map((agent) => agent.close()))
})
afterAll(async () => {
  await transcript.write(join(CACHE, 'mcp-limits-transcript.md'))
  await sandbox?.close()
})

async function newAgent(limits: Omit<NewClient, 'name'> = {}, ownFetch?: FetchLike): Promise<Agent> {
  const { key } = await issueClient(sandbox.workerUrl, sandbox.adminToken, 'agent', limits)
  const agent = await startAgent(sandbox.workerUrl, key, 'auto', transcript, ownFetch)
  agents.push(agent)
  return agent
}

let pictures = 0
/** With bytes of its own, so that nobody else has asked for it. */
function newPicture(): Buffer {
  const { bytes = Buffer.alloc(0) } = sandbox.shop.pictures.find(({ type }) => type === 'image/jpeg') ?? {}
  const comment = Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, 0])
  comment.writeUInt32BE(++pictures, 4)
  return Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)])
}

const newImage = () => newPicture().toString('base64')
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function usedBy(agent: Agent): Promise<number> {
  const { result } = await agent.call('usage')
  return (result.structuredContent as Usage).dailySearches.used
}

test('a wrong key is refused, and the program is told that it is a key that is missing', async () => {
  const refused = startAgent(sandbox.workerUrl, 'wrong', 'auto', transcript)
  const error = await refused.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(error instanceof UnauthorizedError || error instanceof SdkHttpError, String(error)).toBe(true)
  const response = await fetch(sandbox.workerUrl + PATHS.mcp, { method: 'POST', body: '{}' })
  expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer'])
})

test('a used-up day ends with what is left and when more is available', async () => {
  transcript.heading('a used-up day')
  const agent = await newAgent({ dailySearches: 2 })
  const first = await agent.call('search_by_image', { image: newImage() })
  expect(first.text).toContain('1 of 2 searches left today')
  await agent.call('search_by_image', { image: newImage() })
  const { problem, text } = await agent.call('search_by_image', { image: newImage() })
  expect(problem?.code).toBe('quota_exhausted')
  expect(text).toContain('Stop searching')
  expect(text).toContain(`retryAfterMs: ${problem?.retryAfterMs}`)
  expect((await agent.call('usage')).text).toMatch(/^0 of 2 searches left today/)
})

test('an agent that is too fast is told how long to wait, and is let in after that', async () => {
  transcript.heading('too fast')
  const agent = await newAgent({ searchesPerMinute: 12 })
  let refused = await agent.call('search_by_image', { image: newImage() })
  for (let i = 0; i < 40 && refused.problem?.code !== 'rate_limited'; i++)
    refused = await agent.call('search_by_image', { image: newImage() })
  expect(refused.problem?.code).toBe('rate_limited')
  const before = await usedBy(agent)
  await wait((refused.problem?.retryAfterMs ?? 0) + 50)
  const { problem } = await agent.call('search_by_image', { image: newImage() })
  expect(problem).toBeUndefined()
  expect(await usedBy(agent)).toBe(before + 1)
})

describe('while people search', () => {
  /** What a person's extension sends, until told to stop: always one search waiting. */
  function startPerson(key: string, isOver: () => boolean): Promise<number[]> {
    const statuses: number[] = []
    const run = async (): Promise<number[]> => {
      while (!isOver()) {
        const response = await fetch(sandbox.workerUrl + PATHS.search, {
          method: 'POST',
          headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'image/jpeg' },
          body: new Uint8Array(newPicture()),
        })
        statuses.push(response.status)
        await response.arrayBuffer()
      }
      return statuses
    }
    return run()
  }

  test('a search of an agent is refused as busy, costs nothing, and is answered once it is quiet', async () => {
    transcript.heading('while people search')
    const agent = await newAgent()
    let isOver = false
    const clients = await Promise.all(
      Array.from({ length: 14 }, (_, i) => issueClient(sandbox.workerUrl, sandbox.adminToken, `person ${i}`)),
    )
    const people = clients.map(({ key }) => startPerson(key, () => isOver))
    const image = newImage()
    try {
      const { problem, text } = await vi.waitFor(
        async () => {
          const answer = await agent.call('search_by_image', { image: newImage() })
          expect(answer.problem?.code).toBe('busy')
          return answer
        },
        { timeout: 90_000, interval: 200 },
      )
      expect(problem?.retryAfterMs).toBeGreaterThan(0)
      expect(text).toContain('People who search by hand go first')
    } finally {
      isOver = true
      await Promise.all(people)
    }
    const before = await usedBy(agent)
    const { problem } = await vi.waitFor(
      async () => {
        const answer = await agent.call('search_by_image', { image })
        expect(answer.problem?.code).not.toBe('busy')
        return answer
      },
      { timeout: 60_000, interval: 500 },
    )
    expect(problem).toBeUndefined()
    expect(await usedBy(agent)).toBe(before + 1)
  })

  test('a person does not wait for the searches that agents have waiting', async () => {
    await retryWhenStalled(async () => {
      const some = await Promise.all(Array.from({ length: 5 }, () => newAgent()))
      const { key } = await issueClient(sandbox.workerUrl, sandbox.adminToken, 'person')
      sandbox.gateway.arrivals.length = 0
      const searches = some.flatMap((agent) =>
        Array.from({ length: 3 }, () => agent.call('search_by_image', { image: newImage() })),
      )
      await vi.waitFor(() => expect(sandbox.gateway.arrivals.length).toBeGreaterThan(0), 20_000)
      let isOver = false
      const person = startPerson(key, () => isOver)
      isOver = true
      expect(await person).toEqual([200])
      const callsBefore = sandbox.gateway.arrivals.length
      await Promise.all(searches)
      // Those of the agents were there first, and most of them left later.
      expect(sandbox.gateway.arrivals.length).toBeGreaterThan(callsBefore + 5)
    })
  })
})

test('a body that no picture can be in is refused by the transport', async () => {
  const agent = await newAgent({}, askingFetch)
  const image = Buffer.alloc(LIMITS.pictureBytes * 2).toString('base64')
  await expect(agent.call('search_by_image', { image })).rejects.toThrow(/too large/)
})
