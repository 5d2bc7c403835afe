import * as v from 'valibot'

/** What a schema makes of a value; `undefined` if it does not take it. */
export function outputOf<T extends v.GenericSchema>(schema: T, value: unknown): v.InferOutput<T> | undefined {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? parsed.output : undefined
}

/**
 * A member that a schema of an object does not have. `v.strictObject` says the same, and takes another 1.1 kB of the bundle
 * beside `v.object`.
 */
export function unknownMember(schema: object, input: unknown): string | undefined {
  if (!('entries' in schema) || typeof input !== 'object' || input === null) return undefined
  return Object.keys(input).find((name) => !Object.hasOwn(schema.entries as object, name))
}
