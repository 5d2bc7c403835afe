/** Sends a request to this worker's own routes. */
export type OwnFetch = (request: Request) => Promise<Response>

/**
 * `POST /mcp`. What its tools do, they do through the worker's other routes with the caller's own key: the same fields, failures, quotas
 * and queue.
 */
export async function answerMcp(_request: Request, _ownFetch: OwnFetch): Promise<Response> {
  throw new Error('not there yet')
}
