/** A priority queue (binary heap), the earliest first. */
export class EventQueue<T> {
  readonly #heap: { at: number; event: T }[] = []

  get size(): number {
    return this.#heap.length
  }

  add(at: number, event: T): void {
    const heap = this.#heap
    let place = heap.push({ at, event }) - 1
    while (place > 0) {
      const above = (place - 1) >> 1
      if ((heap[above]?.at ?? 0) <= at) break
      this.#swap(place, above)
      place = above
    }
  }

  take(): { at: number; event: T } | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || heap.length === 0) return first
    heap[0] = last
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      const least = this.#atOf(right) < this.#atOf(left) ? right : left
      if (this.#atOf(least) >= last.at) return first
      this.#swap(place, least)
      place = least
    }
  }

  #atOf(place: number): number {
    return this.#heap[place]?.at ?? Number.POSITIVE_INFINITY
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a], this.#heap[b]]
    if (!x || !y) return
    this.#heap[a] = y
    this.#heap[b] = x
  }
}
