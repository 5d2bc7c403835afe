import type { ErrorCode } from '@find-on-1688/shared'
import type { Bindings } from '../bindings.ts'
import type { StoredClient } from '../clients/store.ts'
import type { Completed } from '../dispatch/reply.ts'

type Next = () => Promise<Response>
/** Answers, or adds to the answer of the next one. */
export type Handler = (c: Context, next: Next) => Response | Promise<Response>

interface RequestVariables {
  requestId: string
  client: StoredClient
  /** Aborts once the caller is gone, whether the platform or a stream notices first. */
  disconnect: AbortController
  log: RequestLog
  /** How long anyone may cache the answer; `undefined` forbids it. */
  cacheSeconds: number | undefined
  /** How the request failed. */
  code: ErrorCode
}

export type CacheUse = 'hit' | 'miss' | 'shared'

/** What the log tells about one request: no picture, no key, no address. */
export interface RequestLog {
  cache: CacheUse | undefined
  /** Whether the answer goes on after the handler has returned. */
  isStreaming: boolean
  completed(answer: Pick<Completed<unknown>, 'cost' | 'cached'>): void
  /** Writes the line, once. */
  end(status: number, code: ErrorCode | undefined): void
}

/** A request on its way through the handlers, and how they answer it. */
export class Context {
  readonly request: Request
  readonly path: string
  readonly params: Record<string, string>
  readonly env: Bindings
  readonly executionCtx: ExecutionContext
  /** What a handler threw. */
  error: unknown
  readonly #headers = new Headers()
  readonly #variables: Partial<RequestVariables> = {}

  constructor(
    request: Request,
    path: string,
    params: Record<string, string>,
    env: Bindings,
    executionCtx: ExecutionContext,
  ) {
    this.request = request
    this.path = path
    this.params = params
    this.env = env
    this.executionCtx = executionCtx
  }

  requestHeader(name: string): string {
    return this.request.headers.get(name) ?? ''
  }

  get<Name extends keyof RequestVariables>(name: Name): RequestVariables[Name] {
    return this.#variables[name] as RequestVariables[Name]
  }

  set<Name extends keyof RequestVariables>(name: Name, value: RequestVariables[Name]): void {
    this.#variables[name] = value
  }

  /** A header of the answer, whoever gives it. */
  header(name: string, value: string): void {
    this.#headers.set(name, value)
  }

  body(body: BodyInit | null, status: number, type?: string): Response {
    if (type) this.header('Content-Type', type)
    return new Response(body, { status, headers: this.#headers })
  }

  json(value: unknown, status = 200): Response {
    return this.body(JSON.stringify(value), status, 'application/json')
  }
}
