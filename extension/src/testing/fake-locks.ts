interface Lock {
  name: string
  isShared: boolean
  /** Of which document. */
  owner: object
}

type Request = Lock & { tryToTake(): boolean }
type Work<T> = LockGrantedCallback<T>

/** Web Locks of several documents. Those of one that is killed are free at once. */
export class FakeLocks {
  #held: Lock[] = []
  #queue: Request[] = []

  /** What stands for `navigator.locks` in one document. */
  forDocument() {
    const owner = {}
    return {
      request: <T>(name: string, ...rest: [Work<T>] | [LockOptions, Work<T>]): Promise<T> =>
        rest.length === 1
          ? this.#request(owner, name, {}, rest[0])
          : this.#request(owner, name, rest[0], rest[1]),
      kill: () => {
        this.#held = this.#held.filter((lock) => lock.owner !== owner)
        this.#queue = this.#queue.filter((lock) => lock.owner !== owner)
        this.#serve()
      },
    }
  }

  async #request<T>(owner: object, name: string, options: LockOptions, work: Work<T>): Promise<T> {
    const { mode = 'exclusive', ifAvailable, signal } = options
    const lock = { name, isShared: mode === 'shared', owner }
    if (ifAvailable && !this.#isFree(lock)) return work(null)
    await this.#take(lock, signal)
    try {
      return await work({ name, mode })
    } finally {
      this.#held = this.#held.filter((each) => each !== lock)
      this.#serve()
    }
  }

  #isFree({ name, isShared }: Lock): boolean {
    return this.#held.every((other) => other.name !== name || (isShared && other.isShared))
  }

  #take(lock: Lock, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const tryToTake = () => {
        if (signal?.aborted) {
          reject(signal.reason)
          return true
        }
        if (!this.#isFree(lock)) return false
        this.#held.push(lock)
        resolve()
        return true
      }
      if (tryToTake()) return
      this.#queue.push({ ...lock, tryToTake })
      signal?.addEventListener('abort', () => this.#serve())
    })
  }

  #serve(): void {
    this.#queue = this.#queue.filter((request) => !request.tryToTake())
  }
}
