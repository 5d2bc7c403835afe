import { createHash } from 'node:crypto'
import type { Catalogue } from '../catalogue/index.ts'

const MAX_REMEMBERED = 40
const found = new WeakMap<Catalogue, Map<string, Promise<unknown>>>()

/**
 * What was found for one of the last few pictures, or what `find` finds now: looking at a picture takes half a second of
 * the processor, and pages, orders and repetitions ask for the same one. Whoever gets it must not change it.
 *
 * @param question what is asked of the picture, if not always the same
 */
export function remembered<T>(
  catalogue: Catalogue,
  picture: Uint8Array,
  question: string,
  find: () => Promise<T>,
): Promise<T> {
  const known = found.get(catalogue) ?? new Map<string, Promise<unknown>>()
  found.set(catalogue, known)
  const key = `${createHash('sha256').update(picture).digest('hex')} ${question}`
  const answer = known.get(key) ?? find()
  known.delete(key)
  known.set(key, answer)
  for (const oldest of [...known.keys()].slice(0, -MAX_REMEMBERED)) known.delete(oldest)
  return answer as Promise<T>
}
