import { seeded } from '../../fakes/gateway/catalogue/random.ts'
import type { Picture } from './pictures.ts'

export interface Split {
  /** thresholds are chosen only on these */
  tuning: Picture[]
  /** and measured only on these */
  held: Picture[]
}

/** Splits each kind at random into two halves. */
export function split(pictures: readonly Picture[], seed: string): Split {
  const halves: Split = { tuning: [], held: [] }
  for (const ofKind of Map.groupBy(pictures, ({ kind }) => kind).values()) {
    const random = seeded(`${seed} ${ofKind[0]?.kind}`)
    const shuffled = ofKind
      .map((picture) => ({ picture, place: random.next() }))
      .sort((one, other) => one.place - other.place)
    for (const [at, { picture }] of shuffled.entries()) halves[at % 2 === 0 ? 'tuning' : 'held'].push(picture)
  }
  return halves
}
