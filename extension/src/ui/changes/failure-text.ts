import { texts } from '../../i18n/index.ts'
import { type Failure, isUnknownOffer } from '../../model/failure.ts'

/** Why something could not be loaded or checked. */
export function failureText(failure: Failure): string {
  const t = texts()
  return isUnknownOffer(failure) ? t.unknownOffer : t.failures[failure.code].title
}

/** What to do about it; nothing helps where 1688 does not know the offer, least of all another version of the worker. */
export function failureHint(failure: Failure): string {
  return isUnknownOffer(failure) ? '' : texts().failures[failure.code].hint
}
