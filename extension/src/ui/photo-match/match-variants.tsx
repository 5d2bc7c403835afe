import { useEffect, useMemo, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { sendToBackground } from '../../model/messages.ts'
import type { OfferDetails, Search } from '../../model/search.ts'
import type { VariantMatch } from '../../model/variant-match.ts'
import { matchVariants } from '../../photo-match/match-variants.ts'
import type { QueryPhotos } from './use-verdicts.ts'

/** Matches that come within this time are sent together: each time, all that depends on them is drawn again. */
const TOGETHER_MS = 40

/**
 * Compares the pictures of variants with the searched photos once the details of their offer are loaded, and again when a
 * photo is added or a website is allowed. The background notes what comes of it. Shows nothing.
 */
export function MatchVariants({ search, queries }: { search: Search; queries: QueryPhotos }) {
  const [timesAllowed, setTimesAllowed] = useState(0)
  useEffect(() => {
    const onAllowed = () => setTimesAllowed((times) => times + 1)
    browser.permissions.onAdded.addListener(onAllowed)
    return () => browser.permissions.onAdded.removeListener(onAllowed)
  }, [])
  const comparison = useMemo(() => new Comparison(search.id, queries), [search.id, queries, timesAllowed])
  useEffect(() => () => comparison.end(), [comparison])
  useEffect(() => comparison.compare(search.details ?? {}), [comparison, search.details])
  return null
}

/** With the same photos, each offer once. */
class Comparison {
  readonly #searchId: string
  readonly #queries: QueryPhotos
  readonly #abort = new AbortController()
  readonly #compared = new Map<string, object>()
  #matches: Record<string, VariantMatch> = {}
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(searchId: string, queries: QueryPhotos) {
    this.#searchId = searchId
    this.#queries = queries
  }

  compare(details: Record<string, OfferDetails>): void {
    if (!this.#queries[0]) return
    const offers = Object.entries(details).flatMap(([offerId, each]) => {
      if (each.state !== 'done') return []
      // Once the user leaves it to the photos again, it is compared again.
      if (each.match?.by === 'hand') this.#compared.delete(offerId)
      const isOpen = !each.match || (each.match.by === 'photo' && this.#queries.length > 1)
      if (!isOpen || this.#compared.get(offerId) === each.offer) return []
      this.#compared.set(offerId, each.offer)
      return [each.offer]
    })
    if (offers.length === 0) return
    matchVariants({
      signal: this.#abort.signal,
      queries: this.#queries,
      offers,
      onMatch: (offerId, match) => {
        this.#matches[offerId] = match
        this.#timer ??= setTimeout(() => this.#send(), TOGETHER_MS)
      },
    })
  }

  end(): void {
    this.#abort.abort()
    clearTimeout(this.#timer)
  }

  #send(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    sendToBackground({ type: 'matchVariants', matches: this.#matches, searchId: this.#searchId })
    this.#matches = {}
  }
}
