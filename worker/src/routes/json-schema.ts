import type { GenericSchema } from 'valibot'

export type JsonSchema = Record<string, unknown>

/** What this reads of valibot's schemas and actions; each has some of it. */
interface Part {
  kind: string
  type: string
  pipe?: Part[]
  requirement: unknown
  entries: Record<string, Part>
  wrapped: Part
  item: Part
  key: Part
  value: Part
  default?: unknown
  literal: unknown
  options: unknown[]
  examples: unknown[]
  metadata: JsonSchema
}

const ACTIONS: Record<string, (action: Part) => JsonSchema> = {
  integer: () => ({ type: 'integer' }),
  url: () => ({ format: 'uri' }),
  iso_timestamp: () => ({ format: 'date-time' }),
  regex: ({ requirement }) => ({ pattern: (requirement as RegExp).source }),
  min_value: ({ requirement }) => ({ minimum: requirement }),
  max_value: ({ requirement }) => ({ maximum: requirement }),
  gt_value: ({ requirement }) => ({ exclusiveMinimum: requirement }),
  min_length: ({ requirement }) => ({ minLength: requirement }),
  max_length: ({ requirement }) => ({ maxLength: requirement }),
  examples: ({ examples }) => ({ examples }),
  metadata: ({ metadata }) => metadata,
}

const SCHEMAS: Record<string, (schema: Part) => JsonSchema> = {
  string: () => ({ type: 'string' }),
  number: () => ({ type: 'number' }),
  boolean: () => ({ type: 'boolean' }),
  literal: ({ literal }) => ({ const: literal }),
  picklist: ({ options }) => ({ enum: options, type: 'string' }),
  array: ({ item }) => ({ type: 'array', items: convert(item) }),
  record: ({ key, value }) => ({
    type: 'object',
    propertyNames: convert(key),
    additionalProperties: convert(value),
  }),
  nullable: ({ wrapped }) => ({ anyOf: [convert(wrapped), { type: 'null' }] }),
  optional: ({ wrapped, default: value }) => ({
    ...convert(wrapped),
    ...(value !== undefined && { default: value }),
  }),
  object,
  strict_object: (schema) => ({ ...object(schema), additionalProperties: false }),
}

/**
 * The JSON Schema of what a schema takes: before transformations, and without the checks that JSON Schema has no word
 * for. It knows the parts of valibot that the interface is made of, a tenth of what `@valibot/to-json-schema` weighs;
 * the tests hold both against each other.
 */
export function toJsonSchema(schema: GenericSchema): JsonSchema {
  return convert(schema as unknown as Part)
}

function convert(schema: Part): JsonSchema {
  const [first = schema, ...actions] = schema.pipe ?? [schema]
  if (first.pipe) return convert({ ...first, pipe: [...first.pipe, ...actions] })
  const end = actions.findIndex(({ type }) => type === 'transform')
  const taken = end < 0 ? actions : actions.slice(0, end)
  return Object.assign(
    SCHEMAS[first.type]?.(first) ?? {},
    ...taken.map((action) => ACTIONS[action.type]?.(action)),
  )
}

function object({ entries }: Part): JsonSchema {
  const all = Object.entries(entries)
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, entry]) => [name, convert(entry)])),
    required: all.filter(([, { type }]) => type !== 'optional').map(([name]) => name),
  }
}
