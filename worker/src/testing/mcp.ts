import { PATHS } from '@find-on-1688/shared'
import type { CallToolResult } from '@modelcontextprotocol/server'
import type { Bindings } from '../bindings.ts'
import { fetchWorker } from './http.ts'

/** Sends a message as an agent program does that speaks the protocol of 2025. */
export function sendMcp(
  key: string,
  message: unknown,
  headers: Record<string, string> = {},
  bindings?: Bindings,
): Promise<Response> {
  return fetchWorker(
    PATHS.mcp,
    {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        'MCP-Protocol-Version': '2025-11-25',
        ...headers,
      },
      body: typeof message === 'string' ? message : JSON.stringify(message),
    },
    bindings,
  )
}

export async function callTool(
  key: string,
  name: string,
  args: object = {},
): Promise<CallToolResult & { text: string }> {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }
  const { result } = await messageOf<CallToolResult>(await sendMcp(key, message))
  const [content] = result.content
  return { ...result, text: content?.type === 'text' ? content.text : '' }
}

/** The answer, in a stream or alone. */
export async function messageOf<T>(
  response: Response,
): Promise<{ id: number | null; result: T; error?: { code: number; message: string } }> {
  const text = await response.text()
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text)
}
