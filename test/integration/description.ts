import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BASIC } from '@hyperjump/json-schema/experimental'
import { setShouldValidateFormat, validate } from '@hyperjump/json-schema/openapi-3-1'
import '@hyperjump/json-schema/formats'

setShouldValidateFormat(true)

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

interface Response {
  'x-events'?: Record<string, { $ref: string }>
  content?: Record<string, { examples?: Record<string, unknown> }>
}

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Response | { $ref: string }> }>>
  components: { responses: Record<string, Response> }
}

export interface Answer {
  status: number
  contentType: string
  body: Json
}

/** The worker's description of itself, as it is served, in the hands of a validator that had no part in making it. */
export class Description {
  readonly #folder: string
  readonly #document: Document

  private constructor(folder: string, document: Document) {
    this.#folder = folder
    this.#document = document
  }

  static async open(document: unknown): Promise<Description> {
    const folder = await mkdtemp(join(tmpdir(), 'description-'))
    // The validator takes a file so named for OpenAPI.
    await writeFile(join(folder, 'served.openapi.json'), JSON.stringify(document))
    return new Description(folder, document as Document)
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true })
  }

  /** What is wrong with the description itself, by the schema of OpenAPI 3.1. */
  async faults(): Promise<string[]> {
    const outcome = await validate(
      'https://spec.openapis.org/oas/3.1/schema-base',
      this.#document as unknown as Json,
      BASIC,
    )
    return placesIn(outcome)
  }

  /** Places in an answer that are not as described. Throws if nothing describes an answer of this status and type. */
  async faultsOf(method: string, path: string, { status, contentType, body }: Answer): Promise<string[]> {
    const { response, place } = this.#responseOf(method, path, status)
    if (!response?.content?.[contentType])
      throw new Error(`${method} ${path} describes no ${contentType} with ${status}`)
    const pointer = [...place, 'content', contentType, 'schema'].map((part) =>
      encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
    )
    const file = pathToFileURL(join(this.#folder, 'served.openapi.json'))
    return placesIn(await validate(`${file}#/${pointer.join('/')}`, body, BASIC))
  }

  /** Places in the data of an event that are not as described. Throws if nothing describes such an event. */
  async faultsOfEvent(method: string, path: string, event: string, data: Json): Promise<string[]> {
    const reference = this.#responseOf(method, path, 200).response?.['x-events']?.[event]?.$ref
    if (!reference) throw new Error(`${method} ${path} describes no event ${event}`)
    const file = pathToFileURL(join(this.#folder, 'served.openapi.json'))
    return placesIn(await validate(file + reference, data, BASIC))
  }

  /** The codes that a failure of this status may have. */
  codesOf(method: string, path: string, status: number): string[] {
    const { response } = this.#responseOf(method, path, status)
    return Object.keys(response?.content?.['application/problem+json']?.examples ?? {})
  }

  #responseOf(method: string, path: string, status: number): { response?: Response; place: string[] } {
    const place = ['paths', path, method, 'responses', String(status)]
    const response = this.#document.paths[path]?.[method]?.responses[status]
    if (!response) return { place }
    if (!('$ref' in response)) return { response, place }
    const name = response.$ref.replace('#/components/responses/', '')
    const shared = this.#document.components.responses[name]
    return { ...(shared && { response: shared }), place: ['components', 'responses', name] }
  }
}

function placesIn({
  valid,
  errors,
}: {
  valid: boolean
  errors?: { keyword: string; instanceLocation: string }[]
}) {
  if (valid) return []
  return (errors ?? []).map(
    ({ keyword, instanceLocation }) => `${instanceLocation}: ${keyword.split('/').at(-1)}`,
  )
}
