import type { DetailedOffer } from '@find-on-1688/shared'
import { type VariantMatch, variantKey, variantsOf } from '../model/variant-match.ts'
import { type JudgeOptions, type JudgeRequest, judgeOffers, type OfferPhotoVerdict } from './verdicts.ts'

interface MatchRequest extends Pick<JudgeRequest, 'signal' | 'queries'> {
  offers: readonly DetailedOffer[]
  /** Called once for each offer whose variants could be told apart, as soon as that is known. */
  onMatch(offerId: string, match: VariantMatch): void
}

/**
 * Which variants show the searched photo in their own pictures. Says nothing of an offer if one of its pictures cannot be
 * read or compared, because that may be the one, or if none of its variants has a picture.
 */
export async function matchVariants(request: MatchRequest, options?: JudgeOptions): Promise<void> {
  const { signal, queries, offers, onMatch } = request
  const pending = new Map(offers.map((offer) => [offer.offerId, new PendingOffer(offer)]))
  // One entry for each picture of each offer, however many variants have it.
  const pictures = [...pending].flatMap(([offerId, { addresses }]) =>
    addresses.map((imageUrl) => ({ offerId: `${offerId} ${imageUrl}`, imageUrl })),
  )
  await judgeOffers(
    {
      signal,
      queries,
      offers: pictures,
      onVerdict: (id, verdict) => {
        const space = id.indexOf(' ')
        const offerId = id.slice(0, space)
        const match = pending.get(offerId)?.add(id.slice(space + 1), verdict)
        if (match) onMatch(offerId, match)
      },
    },
    options,
  )
}

/** An offer of which not every picture has been compared. */
class PendingOffer {
  readonly #keysByAddress = new Map<string, string[]>()
  readonly #verdicts = new Map<string, OfferPhotoVerdict>()

  constructor(offer: DetailedOffer) {
    for (const variant of variantsOf(offer)) {
      const { imageUrl } = variant
      if (!imageUrl) continue
      this.#keysByAddress.set(imageUrl, [...(this.#keysByAddress.get(imageUrl) ?? []), variantKey(variant)])
    }
  }

  get addresses(): string[] {
    return [...this.#keysByAddress.keys()]
  }

  /** @returns the match once all pictures were compared, unless one of them could not be */
  add(address: string, verdict: OfferPhotoVerdict): VariantMatch | undefined {
    this.#verdicts.set(address, verdict)
    if (this.#verdicts.size < this.#keysByAddress.size) return undefined
    const verdicts = [...this.#verdicts]
    if (verdicts.some(([, { kind }]) => kind === 'not-checked' || kind === 'cannot-compare')) return undefined
    const keys = verdicts.flatMap(([shown, each]) =>
      showsAll(each) ? (this.#keysByAddress.get(shown) ?? []) : [],
    )
    return { keys, by: 'photo' }
  }
}

/**
 * The same photo, whole. A part of it may show an accessory only, and in other colours it may be another variant; both say
 * nothing about which one is meant.
 */
function showsAll({ kind, reasons }: OfferPhotoVerdict): boolean {
  return kind === 'same' && !reasons.includes('cropped')
}
