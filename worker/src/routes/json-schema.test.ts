import * as shared from '@find-on-1688/shared'
import { toJsonSchema as byTheLibrary } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { expect, test } from 'vitest'
import { toJsonSchema } from './json-schema.ts'

const schemas = Object.entries(shared).filter(([name]) => name.endsWith('Schema')) as [
  string,
  GenericSchema,
][]

test('there are schemas to compare', () => {
  expect(schemas.length).toBeGreaterThan(15)
})

test.each(schemas)('%s is converted as the library converts it', (_name, schema) => {
  const { $schema: _, ...expected } = byTheLibrary(schema, { typeMode: 'input', errorMode: 'ignore' })
  expect(toJsonSchema(schema)).toEqual(expected)
})
