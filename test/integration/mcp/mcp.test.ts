import { join } from 'node:path'
import type { Provider, SearchAnswer } from '@find-on-1688/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../fakes/sandbox/index.ts'
import { CACHE } from '../../tools/paths.ts'
import { type Agent, type Era, startAgent } from './agent.ts'
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
  let pictures: string[]

  beforeAll(async () => {
    sandbox = await startSandbox({ provider, settings: { MAX_QPS: '100' }, maxQps: 100 })
    transcript.heading(`${provider}, ${era}`)
    agent = await startAgent(sandbox.workerUrl, sandbox.clientKey, era, transcript)
    pictures = sandbox.shop.pictures
      .filter(({ type }) => type === 'image/jpeg')
      .map(({ bytes }) => bytes.toString('base64'))
  })
  afterAll(async () => {
    await agent?.close()
    await sandbox?.close()
  })

  test('finds offers', async () => {
    for (const image of pictures.slice(0, 8)) {
      const { result } = await agent.call('search_by_image', { image })
      const { offers } = result.structuredContent as SearchAnswer
      expect(offers.length).toBeGreaterThan(0)
    }
  })
})
