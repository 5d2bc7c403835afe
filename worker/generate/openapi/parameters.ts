import { type OverrideActionContext, toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import type { JsonSchema } from './schemas.ts'

/** What the query's members mean. */
const DESCRIPTIONS: Record<string, string> = {
  mode: '`same`: the same product; `similar`: also similar ones. What a provider does not distinguish is said in `notes`',
  page: 'From 1. 1688 shows the first 2,000 offers of a search',
  pageSize: 'Offers a page; a provider may give fewer',
  sort: 'What a provider cannot sort by is said in `notes`',
  priceMin: 'Yuan',
  priceMax: 'Yuan',
  language: 'Of translated titles',
  region: '`x,y,width,height` of the part to search, in whole pixels of the picture',
  filter: 'A comma list of services, each at most once. What a provider cannot filter by is said in `notes`',
  keyword: 'Words that 1688 searches for along with the picture',
  priority: '`batch`: sent only while no interactive request waits',
  cursor: 'Of the page before',
}

/** Each of a query's members, as the caller writes it and not as the text that it is in an address. */
export function queryParameters(query: GenericSchema): object[] {
  const options = { target: 'draft-2020-12', errorMode: 'ignore' } as const
  const written = toJsonSchema(query, { ...options, typeMode: 'input' }) as JsonSchema
  const { properties: read = {} } = toJsonSchema(query, {
    ...options,
    overrideAction: withBounds,
  }) as JsonSchema
  return Object.entries(written.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: (written.required as string[]).includes(name),
    description: DESCRIPTIONS[name] ?? description,
    schema: wholeNumber(schema, read[name] ?? {}) ?? schema,
  }))
}

/** Bounds of the number that a text is read as; the library takes only those of numbers. */
function withBounds({ valibotAction, jsonSchema }: OverrideActionContext) {
  const { type, requirement } = valibotAction as { type: string; requirement?: unknown }
  if (type === 'min_value') return { ...jsonSchema, minimum: requirement as number }
  if (type === 'max_value') return { ...jsonSchema, maximum: requirement as number }
  return undefined
}

/** Digits that are read as a number. */
function wholeNumber(written: JsonSchema, { minimum, maximum }: JsonSchema): JsonSchema | undefined {
  if (minimum === undefined || maximum === undefined) return undefined
  return { type: 'integer', minimum, maximum, default: Number(written.default) }
}

export function pathParameter(name: string, description: string, pattern: string): object {
  return { name, in: 'path', required: true, description, schema: { type: 'string', pattern } }
}
