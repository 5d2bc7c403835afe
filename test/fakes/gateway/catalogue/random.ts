export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** lowest ≤ whole number ≤ highest */
  whole(lowest: number, highest: number): number
  between(lowest: number, highest: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
}

/** Mulberry32 seeded with the text's FNV-1a hash: the same text gives the same catalogue on every machine. */
export function seeded(text: string): Random {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (lowest: number, highest: number) => lowest + Math.floor(next() * (highest - lowest + 1))
  return {
    next,
    whole,
    between: (lowest, highest) => lowest + next() * (highest - lowest),
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    chance: (probability) => next() < probability,
  }
}
