import { PATHS } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { describe as describeInterface } from '../../../worker/generate/openapi/description.ts'
import { LINTERS } from './linters.ts'

const description = describeInterface()
const search = description.paths[PATHS.search]?.post as Operation

interface Operation {
  operationId?: string
  parameters: { name: string; schema: object }[]
  requestBody: { content: object }
  responses: Record<string, object>
}

/** The description with one thing wrong, as its JSON is. */
function broken(change: (copy: Json) => void): object {
  const copy = JSON.parse(JSON.stringify(description))
  change(copy)
  return copy
}
// biome-ignore lint/suspicious/noExplicitAny: any part of it may be broken.
type Json = any

const FAULTS: [what: string, change: (copy: Json) => void, finders: string[]][] = [
  [
    'a schema that nothing defines',
    ({ components }) => delete components.schemas.Supplier,
    ['Redocly', 'Spectral'],
  ],
  [
    'an example that is not as its schema says',
    ({ paths }) => {
      paths[PATHS.search].post.responses[200].content['application/json'].example.offers[0].price = 10.1
    },
    ['Redocly', 'Spectral'],
  ],
  [
    'an example of a failure without its code',
    ({ components }) => {
      delete components.responses.Busy.content['application/problem+json'].examples.busy.value.code
    },
    ['Redocly', 'Spectral'],
  ],
  [
    'two operations of one name',
    ({ paths }) => {
      paths[PATHS.usage].get.operationId = 'search'
    },
    ['Redocly', 'Spectral'],
  ],
  [
    'a parameter in the path that is not described',
    ({ paths }) => paths[`${PATHS.offers}/{offerId}`].get.parameters.shift(),
    ['Redocly', 'Spectral'],
  ],
  [
    'a response without a description',
    ({ paths }) => delete paths[PATHS.usage].get.responses[200].description,
    Object.keys(LINTERS),
  ],
  [
    'a schema that nothing refers to',
    ({ components }) => {
      components.schemas.Unused = { type: 'string' }
    },
    ['Spectral'],
  ],
  ['no version', ({ info }) => delete info.version, Object.keys(LINTERS)],
]

describe.each(Object.entries(LINTERS))('%s', (name, lint) => {
  test('finds nothing wrong with the description', async () => {
    expect(await lint(description)).toEqual([])
  })

  test.each(FAULTS.filter(([, , finders]) => finders.includes(name)))('finds %s', async (_what, change) => {
    expect(await lint(broken(change))).not.toEqual([])
  })
})

describe('a search', () => {
  const parameter = (name: string) => search.parameters.find((each) => each.name === name)

  test('takes whole numbers as numbers, with their bounds', () => {
    expect(parameter('page')?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 2000, default: 1 })
    expect(parameter('pageSize')?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 50, default: 20 })
  })

  test('takes money as text', () => {
    expect(parameter('priceMin')?.schema).toMatchObject({ type: 'string', pattern: expect.any(String) })
  })

  test('takes a picture alone', () => {
    const picture = { schema: { type: 'string', format: 'binary' } }
    expect(search.requestBody.content).toEqual({ 'image/jpeg': picture, 'image/png': picture })
  })
})
