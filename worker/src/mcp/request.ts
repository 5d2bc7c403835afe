import { AppError, LIMITS } from '@find-on-1688/shared'
import { textFrom } from '../bytes.ts'
import { readBody } from '../http/body.ts'

/** A picture as base64 takes four thirds of its bytes. One a little too large is still read: its refusal is a tool's own answer. */
const MAX_BODY_BYTES = Math.ceil((LIMITS.pictureBytes * 4) / 3) + 1024 * 1024

const EXTENSION = /^[\w-]+-extension:\/\//

/** JSON-RPC's codes: the text is not JSON; the server's own. */
const PARSE_ERROR = -32700
const REFUSED = -32000

/**
 * Refuses what a web page sends, whose browser may have been made to take this server for its own (DNS rebinding). Agent programs send no
 * Origin; browser extensions may read the other routes as well.
 */
export function foreignOrigin(request: Request): Response | undefined {
  const origin = request.headers.get('Origin')
  if (origin === null || EXTENSION.test(origin)) return undefined
  return jsonRpcError(403, REFUSED, 'Web pages may not use this server: the Origin is not allowed.')
}

/** The JSON of the body; or the answer that says why there is none. */
export async function readMessage(request: Request): Promise<{ message?: unknown; fault?: Response }> {
  let text: string
  try {
    text = textFrom(await readBody(request, MAX_BODY_BYTES, tooLarge))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const status = error.code === 'image_too_large' ? 413 : 400
    return { fault: jsonRpcError(status, REFUSED, error.message) }
  }
  try {
    return { message: JSON.parse(text) }
  } catch {
    return { fault: jsonRpcError(400, PARSE_ERROR, 'The body is not JSON.') }
  }
}

function tooLarge(): AppError {
  return new AppError(
    'image_too_large',
    `The request is too large: a picture may have at most ${LIMITS.pictureBytes} bytes before base64. Reduce it, for example to 800 pixels a side, and call again.`,
  )
}

function jsonRpcError(status: number, code: number, message: string): Response {
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status })
}
