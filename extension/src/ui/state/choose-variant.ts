import { sendToBackground } from '../../model/messages.ts'
import type { VariantMatch } from '../../model/variant-match.ts'

/**
 * Says which variant of an offer is meant, wherever the offer is known; photos do not change that any more.
 *
 * @param key of `variantKey`; `null` to leave it to the photos again
 */
export async function chooseVariant(offerId: string, key: string | null): Promise<void> {
  const match: VariantMatch | null = key === null ? null : { keys: [key], by: 'hand' }
  sendToBackground({ type: 'matchVariants', matches: { [offerId]: match } })
  const { setMatch } = await import('../../db/shortlist.ts')
  await setMatch(offerId, match)
}
