import { PATHS, type Problem } from '@find-on-1688/shared'
import {
  type CallToolResult,
  Client,
  type FetchLike,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import type { Transcript } from './transcript.ts'

/** The protocol of 2026, that of 2025, or the newer one that both sides know. */
export type Era = '2026-07-28' | 'legacy' | 'auto'

interface ToolAnswer {
  text: string
  result: CallToolResult
  problem: Problem | undefined
}

export interface Agent {
  client: Client
  /** Validates what a tool answers with against what it says that it answers with. */
  validators: Map<string, ValidateFunction>
  call(name: string, args?: Record<string, unknown>, options?: { signal: AbortSignal }): Promise<ToolAnswer>
  close(): Promise<void>
}

/** An agent program, as far as the worker is concerned: the official client, which lists the tools and calls them. */
export async function startAgent(
  workerUrl: string,
  key: string,
  era: Era,
  transcript: Transcript,
  ownFetch?: FetchLike,
): Promise<Agent> {
  const mode = era === '2026-07-28' ? { pin: era } : era
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const transport = new StreamableHTTPClientTransport(new URL(workerUrl + PATHS.mcp), {
    requestInit: { headers: { Authorization: `Bearer ${key}` } },
    ...(ownFetch && { fetch: ownFetch }),
  })
  await client.connect(transport)
  const { tools } = await client.listTools()
  const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: true }))
  const validators = new Map(
    tools.map(({ name, outputSchema }) => [name, ajv.compile(outputSchema ?? false)] as const),
  )
  const call: Agent['call'] = async (name, args = {}, options) => {
    const result = (await client.callTool({ name, arguments: args }, options)) as CallToolResult
    const [content] = result.content
    const text = content?.type === 'text' ? content.text : ''
    transcript.add(name, args, result)
    if (!result.isError) {
      const validate = validators.get(name)
      expect(validate?.(result.structuredContent), JSON.stringify(validate?.errors)).toBe(true)
    }
    const problem = result._meta?.['find-on-1688/problem'] as Problem | undefined
    expect(problem !== undefined).toBe(result.isError === true)
    return { text, result, problem }
  }
  return { client, validators, call, close: () => client.close() }
}
