import { randomUUID } from 'node:crypto'

/** What a service answers: HTTP status, body, and the outcome for the log. */
export interface ServiceAnswer {
  status: number
  body: unknown
  outcome: string
}

export function ok(body: unknown): ServiceAnswer {
  return { status: 200, body, outcome: 'ok' }
}

/** A failure as AOP reports it. */
export function aopFailure(
  code: string,
  message: string,
  status = code === '401' ? 401 : 400,
): ServiceAnswer {
  const body = { error_code: code, error_message: message, exception: message, request_id: randomUUID() }
  return { status, body, outcome: code }
}

/** A failure as the image-search API reports it. */
export function imageSearchFailure(status: number, code: string, msg: string): ServiceAnswer {
  return { status, body: { error_response: { code, msg } }, outcome: code }
}
