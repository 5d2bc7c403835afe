import {
  AppError,
  type DetailedOffer,
  LIMITS,
  type OfferAnswer,
  OfferQuerySchema,
} from '@find-on-1688/shared'
import type { Context } from 'hono'
import { keptOffer, nameOfOffer } from '../answers/store.ts'
import type { AppEnv } from '../app.ts'
import { type Asked, ask } from '../apps/ask.ts'
import { takeSearch } from '../clients/usage.ts'
import type { Progress } from '../dispatch/progress.ts'
import { answerWith } from '../http/progress.ts'
import { validate } from '../http/validate.ts'
import { OFFER } from '../providers/index.ts'
import { requireSettings } from '../settings.ts'
import { countFreely } from '../watch/hits.ts'

/** `GET /v1/offers/{offerId}`: what only the offer's own page tells. Counts as a search where it makes a call. */
export async function offer(c: Context<AppEnv>): Promise<Response> {
  const startedAt = Date.now()
  const settings = requireSettings(c.env)
  const { provider } = settings
  const offerId = c.req.param('offerId') ?? ''
  if (!/^[1-9]\d{5,15}$/.test(offerId))
    throw new AppError('invalid_request', 'The offer id must be a number.')
  const { language } = validate(OfferQuerySchema, c.req.query())
  if (!OFFER[provider])
    throw new AppError('not_supported', `The provider ${provider} tells nothing more about an offer.`)
  const describe = (value: DetailedOffer, cached: boolean): OfferAnswer => ({ ...value, provider, cached })
  const answer = await nameOfOffer(provider, offerId, language)
  const kept = settings.offerCacheSeconds > 0 && (await keptOffer(c.env.ANSWERS, answer, Date.now()))
  if (kept) {
    countFreely(c, 'hit')
    return answerWith(c, describe(kept, true))
  }
  const taken = await takeSearch(c.env.USAGE, c.get('client'))
  const job = {
    client: c.get('client').id,
    answer,
    keepSeconds: settings.offerCacheSeconds,
    offerId,
    language,
    hits: countFreely(c, 'miss'),
    budgetMs: LIMITS.searchDeadlineMs - (Date.now() - startedAt),
  }
  const { signal, leave } = c.get('presence')
  const asked = ask<DetailedOffer>(signal, {
    env: c.env,
    settings,
    digest: answer,
    send: (object, appKey, isAlone) => object.offer({ ...job, appKey, isAlone }),
  })
  const described = async function* (): AsyncGenerator<Progress, OfferAnswer> {
    let found: Asked<DetailedOffer> | undefined
    try {
      found = yield* asked
      c.get('trace').took(found)
      return describe(found.value, found.cached)
    } finally {
      if (!found) c.executionCtx.waitUntil(taken.giveBack())
    }
  }
  return answerWith(c, described(), leave)
}
