import type { GenericSchema, InferOutput } from 'valibot'
import { outputOf } from './schema.ts'

/** A slower read counts as a miss. */
const READ_TIMEOUT_MS = 250

/** What is stored under this name, unless it is late or of another form. */
export async function readStored<T extends GenericSchema>(
  store: KVNamespace | undefined,
  name: string,
  schema: T,
): Promise<InferOutput<T> | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, READ_TIMEOUT_MS))
  const read = store?.get(name, { type: 'json', cacheTtl: 30 })
  return outputOf(schema, await Promise.race([read, late]).catch(() => undefined))
}

/** A failed write is ignored: what is missing is made again. */
export async function writeStored(
  store: KVNamespace | undefined,
  name: string,
  value: unknown,
  seconds: number,
): Promise<void> {
  await store?.put(name, JSON.stringify(value), { expirationTtl: seconds }).catch(() => {})
}
