import { type ErrorCode, PATHS, type Problem } from '@find-on-1688/shared'
import { expect } from 'vitest'
import { openapi } from '../generated/openapi.js'

interface Reference {
  $ref: string
}

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, Reference> }>>
  components: {
    responses: Record<string, { content: { 'application/problem+json': { examples: object } } }>
  }
}

const { paths, components } = JSON.parse(openapi) as Description

/** Statuses of an address or method that there is not, which no operation describes. */
const UNROUTED = [404, 405]

/** Fails if the description of the interface says nothing of the failure that a request ended in. */
export async function expectDescribed(request: Request, response: Response): Promise<void> {
  const path = templateOf(request)
  const operation = paths[path]?.[request.method.toLowerCase()]
  if (response.status < 400 || UNROUTED.includes(response.status) || !operation || !response.body) return
  const { code, status } = await response.clone().json<Problem>()
  expect(codesOf(operation.responses[status]), `${request.method} ${path} ended in ${status}`).toContain(code)
}

function codesOf(reference: Reference | undefined): ErrorCode[] {
  const response = components.responses[reference?.$ref.split('/').at(-1) ?? '']
  return Object.keys(response?.content['application/problem+json'].examples ?? {}) as ErrorCode[]
}

/** `/v1/offers/714?language=en` is `/v1/offers/{offerId}`. */
function templateOf({ url, headers }: Request): string {
  const { pathname } = new URL(url)
  // Not described there, but as a path of its own.
  if (pathname === PATHS.search && headers.get('Content-Type') === 'application/json')
    return PATHS.searchAddress
  const names = { [PATHS.offers]: '{offerId}', [PATHS.adminClients]: '{id}' }
  for (const [parent, name] of Object.entries(names))
    if (pathname.startsWith(`${parent}/`)) return `${parent}/${name}`
  return pathname
}
