import type { PhotoHash } from '@find-on-1688/shared'
import type { Half, Hashed } from './measure.ts'

export interface Negative {
  query: PhotoHash
  other: PhotoHash
  /** the two pictures, in either order the same */
  pair: string
  /** told apart in the report */
  of: 'pictures' | 'details'
}

/**
 * All that is not one photo: each picture against every copy of every other, each part of a photograph against every
 * other part, of this and of the others, and the halves and quarters of each.
 */
export function* negatives({ pictures, details, hard }: Half): Generator<Negative> {
  yield* among(pictures, 'pictures')
  yield* among(details, 'details')
  for (const [at, { kind, name, one, other }] of hard.entries())
    if (kind === 'another part') yield { query: one, other, pair: `${name} ${at}`, of: 'details' }
}

function* among(all: readonly Hashed[], of: Negative['of']): Generator<Negative> {
  // One copy against all originals: what is known of these is remembered from copy to copy.
  for (const theirs of all)
    for (const other of theirs.copies.values())
      for (const { name, original } of all) {
        if (theirs.name === name) continue
        yield { query: original, other, pair: [name, theirs.name].sort().join(' and '), of }
      }
}
