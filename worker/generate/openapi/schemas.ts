import { toJsonSchemaDefs } from '@valibot/to-json-schema'
import { type Keywords, MEMBERS, type Members, SCHEMAS } from './members.ts'
import { NAMED, type SchemaName } from './named.ts'

export interface JsonSchema {
  [keyword: string]: unknown
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
}

/** What a request may hold nothing else in. */
const CLOSED: SchemaName[] = ['AddressSearch', 'NewClient']

export function reference(name: SchemaName): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}

/** `components.schemas`, made from the schemas that validate: of their input, before transformations. */
export function namedSchemas(): Record<SchemaName, JsonSchema> {
  const converted = toJsonSchemaDefs(NAMED, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // Checks that JSON Schema cannot express.
    errorMode: 'ignore',
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  })
  const all = converted as unknown as Record<SchemaName, JsonSchema>
  for (const name of CLOSED) all[name].additionalProperties = false
  for (const [name, description] of Object.entries(SCHEMAS)) all[name as SchemaName].description = description
  for (const [name, members] of Object.entries(MEMBERS)) annotate(name, all[name as SchemaName], members)
  return all
}

/** Adds to each member what a validator has no use for. */
function annotate(name: string, schema: JsonSchema, members: Members): void {
  for (const [path, keywords] of Object.entries(members)) {
    const found = memberAt(schema, path)
    if (!found) throw new Error(`${name} has no member ${path} to describe`)
    const { format, ...more }: Keywords = typeof keywords === 'string' ? { description: keywords } : keywords
    Object.assign(found, more)
    // Of what may be null, the other form has the format.
    if (format !== undefined) Object.assign(notNull(found), { format })
  }
}

/** @param path `image.sha256`, `images[]` for what is in a list, `hours[].app` */
function memberAt(schema: JsonSchema, path: string): JsonSchema | undefined {
  return path
    .replaceAll('[]', '.[]')
    .split('.')
    .reduce<JsonSchema | undefined>((outer, name) => {
      if (!outer) return undefined
      const { items, properties } = notNull(outer)
      return name === '[]' ? items : properties?.[name]
    }, schema)
}

function notNull(schema: JsonSchema): JsonSchema {
  return schema.anyOf?.[0] ?? schema
}
