import { seeded } from '../../fakes/gateway/catalogue/random.ts'
import type { Picture } from './pictures.ts'

export interface Split {
  /** thresholds are chosen on these alone */
  tuning: Picture[]
  /** and measured on these alone */
  held: Picture[]
}

/** Two halves of each kind by chance. */
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
