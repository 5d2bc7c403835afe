import { type OfferAnswer, PATHS } from '@find-on-1688/shared'
import { validate } from '../../http/validate.ts'
import { detailLines, offerLines } from '../offer-lines.ts'
import { type Answer, type Ask, withQuery } from '../own-routes.ts'
import { untrustedBlock } from '../untrusted-text.ts'
import { DEFAULT_PRIORITY, GetOfferArguments } from './schemas.ts'

export async function getOffer(ask: Ask, signal: AbortSignal, input: unknown): Promise<Answer<OfferAnswer>> {
  const { offerId, ...query } = validate(GetOfferArguments, input)
  return ask(signal, withQuery(`${PATHS.offers}/${offerId}`, { priority: DEFAULT_PRIORITY, ...query }))
}

export function offerText(answer: OfferAnswer, quota: string): string {
  return [
    ...(answer.cached ? ['From the cache: it cost no search.'] : []),
    quota,
    'Prices are in yuan (CNY) for one unit, without freight, duty and fees. Unknown means that 1688 does not say: it is never 0.',
    untrustedBlock([...offerLines(answer), ...detailLines(answer)]),
  ].join('\n')
}
