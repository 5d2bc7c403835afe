import { createMcpHandler } from '@modelcontextprotocol/server'
import { type OwnFetch, ownRoutes } from './own-routes.ts'
import { foreignOrigin, readMessage } from './request.ts'
import { createServer } from './server.ts'

/**
 * `POST /mcp`, stateless: each request has a server of its own, in the protocol of 2026 and in those of 2025. What its tools do, they do
 * through the worker's other routes with the caller's own key: the same fields, failures, quotas and queue.
 */
export async function answerMcp(request: Request, requestId: string, ownFetch: OwnFetch): Promise<Response> {
  const refusal = foreignOrigin(request)
  if (refusal) return refusal
  const { message, fault } = await readMessage(request)
  if (fault) return fault
  // Nothing here ever changes, so no stream is held open to say that it did.
  const { fetch } = createMcpHandler(() => createServer(ownRoutes(request, ownFetch), requestId), {
    maxSubscriptions: 0,
  })
  return fetch(request, { parsedBody: message })
}
