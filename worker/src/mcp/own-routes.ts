import type { Problem } from '@find-on-1688/shared'

/** Sends a request to this worker's own routes. */
export type OwnFetch = (request: Request) => Promise<Response>

export type Answer<T> = { value: T; problem?: never } | { value?: never; problem: Problem }

/** Asks one of the worker's own routes, as the caller. */
export type Ask = <T>(signal: AbortSignal, path: string, init?: RequestInit) => Promise<Answer<T>>

export function ownRoutes(request: Request, ownFetch: OwnFetch): Ask {
  const authorization = request.headers.get('Authorization') ?? ''
  return async <T>(signal: AbortSignal, path: string, init: RequestInit = {}): Promise<Answer<T>> => {
    const headers = { ...init.headers, Authorization: authorization }
    const response = await ownFetch(new Request(new URL(path, request.url), { ...init, headers, signal }))
    return response.ok ? { value: await response.json<T>() } : { problem: await response.json<Problem>() }
  }
}

/** A path with what is given of a query. A list is joined with commas, as the routes take it. */
export function withQuery(path: string, members: Record<string, unknown>): string {
  const given = Object.entries(members).filter(([, value]) => value !== undefined && String(value) !== '')
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
