import type { Bindings } from '../bindings.ts'
import { Context, type Handler } from './context.ts'
import { writeProblem, writeUnrouted } from './problems.ts'

/** In a path, `:name` is a part that the handlers get as a parameter. */
export type Route = [method: string, path: string, ...handlers: Handler[]]

export interface Router {
  fetch(request: Request, env: Bindings, executionCtx: ExecutionContext): Promise<Response>
}

/** Leads every request through the middleware, and then through the handlers of its route. */
export function createRouter(middleware: Handler[], routes: Route[]): Router {
  const table = routes.map(([method, path, ...handlers]) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:(\w+)/, '(?<$1>[^/]+)')}/?$`),
    handlers,
  }))
  return {
    async fetch(request, env, executionCtx) {
      const { pathname } = new URL(request.url)
      const found = table.filter(({ pattern }) => pattern.test(pathname))
      const isHead = request.method === 'HEAD'
      const route = found.find(({ method }) => method === (isHead ? 'GET' : request.method))
      const params = route?.pattern.exec(pathname)?.groups ?? {}
      const methods = found.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : method))
      const handlers = route?.handlers ?? [(c) => writeUnrouted(c, methods)]
      const response = await run(new Context(request, pathname, params, env, executionCtx), [
        ...middleware,
        ...handlers,
      ])
      return isHead ? new Response(null, response) : response
    },
  }
}

/** What a handler throws is answered in its place, so that those before it see every answer. */
async function run(c: Context, [handler, ...rest]: Handler[]): Promise<Response> {
  try {
    return await (handler as Handler)(c, () => run(c, rest))
  } catch (error) {
    c.error = error
    return writeProblem(error, c)
  }
}
