import type { Random } from '../../fakes/gateway/catalogue/random.ts'
import { chanceOfHit } from './hits.ts'
import type { Zipf } from './zipf.ts'

interface Answer {
  readyAtS: number
  untilS: number
}

/**
 * The cache as it is after a long time at one rate, without simulating that time. At a picture's first search, chance
 * decides whether its answer is cached and how much of its lifetime is left.
 */
export class WarmCache {
  readonly #answers = new Map<number, Answer>()
  readonly #pictures: Zipf
  readonly #searchesInLife: number
  readonly #lifeS: number
  readonly #random: Random

  constructor(pictures: Zipf, searchesInLife: number, lifeS: number, random: Random) {
    this.#pictures = pictures
    this.#searchesInLife = searchesInLife
    this.#lifeS = lifeS
    this.#random = random
  }

  /** `in-flight`: the same search is running, and both get its answer. */
  look(rank: number, atS: number): 'hit' | 'in-flight' | 'miss' {
    const answer = this.#answers.get(rank) ?? this.#before(rank, atS)
    if (!answer || answer.untilS <= atS) return 'miss'
    return answer.readyAtS <= atS ? 'hit' : 'in-flight'
  }

  put(rank: number, readyAtS: number): void {
    this.#answers.set(rank, { readyAtS, untilS: readyAtS + this.#lifeS })
  }

  #before(rank: number, atS: number): Answer | undefined {
    const during = this.#pictures.share(rank) * this.#searchesInLife
    if (this.#random.next() >= chanceOfHit(during)) return undefined
    const answer = { readyAtS: 0, untilS: atS + this.#random.next() * this.#lifeS }
    this.#answers.set(rank, answer)
    return answer
  }
}
