import type { PhotoHash } from '@find-on-1688/shared'
import type { Half, Hashed } from './measure.ts'

export interface Negative {
  query: PhotoHash
  other: PhotoHash
  /** the two pictures; the same in either order */
  pair: string
  /** reported separately */
  of: 'pictures' | 'details'
}

/**
 * All pairs that are not the same photo: each picture with every copy of every other, each part of a photograph with every
 * other part of any photograph, and the halves and quarters of each.
 */
export function* negatives({ pictures, details, hard }: Half): Generator<Negative> {
  yield* among(pictures, 'pictures')
  yield* among(details, 'details')
  for (const [at, { kind, name, one, other }] of hard.entries())
    if (kind === 'another part') yield { query: one, other, pair: `${name} ${at}`, of: 'details' }
}

function* among(all: readonly Hashed[], of: Negative['of']): Generator<Negative> {
  // One copy against all originals, because what is computed for the originals is reused from copy to copy.
  for (const theirs of all)
    for (const other of theirs.copies.values())
      for (const { name, original } of all) {
        if (theirs.name === name) continue
        yield { query: original, other, pair: [name, theirs.name].sort().join(' and '), of }
      }
}
