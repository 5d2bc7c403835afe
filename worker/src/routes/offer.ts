import {
  AppError,
  canonicalJson,
  type DetailedOffer,
  type OfferAnswer,
  OfferQuerySchema,
} from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { cachedOffer, cacheKeyOfOffer } from '../cache/answers.ts'
import { requireSettings } from '../config.ts'
import { attest } from '../evidence/attest.ts'
import { loadKeys } from '../evidence/keys.ts'
import { sha256Hex } from '../hash.ts'
import { invalidRequest } from '../http/problems.ts'
import { validateQuery } from '../http/validate.ts'
import { OFFER_PROVIDERS } from '../providers/index.ts'
import { serveCached } from './serve-cached.ts'

/** `GET /v1/offers/{offerId}`: the details that only the offer's own page has. It counts as a search if it makes a call. */
export async function offer(c: Context<AppEnv>): Promise<Response> {
  const startedAtMs = Date.now()
  const settings = requireSettings(c.env)
  const { provider } = settings
  const offerId = c.req.param('offerId') ?? ''
  if (!/^[1-9]\d{5,18}$/.test(offerId)) throw invalidRequest('The offer id must be a number.')
  const { signer } = await loadKeys(settings.attestationKeys)
  const { language, priority } = validateQuery(OfferQuerySchema, c.req.url)
  if (!OFFER_PROVIDERS[provider])
    throw new AppError('not_supported', `The provider ${provider} has no offer details.`)
  const cacheKey = await cacheKeyOfOffer(provider, offerId, language)
  return serveCached<DetailedOffer, OfferAnswer>(c, {
    settings,
    startedAtMs,
    priority,
    cacheKey,
    cacheSeconds: settings.offerCacheSeconds,
    digest: cacheKey,
    api: 'detail',
    readCache: cachedOffer,
    send: (object, job, onProgress) => object.offer({ ...job, offerId, language }, onProgress),
    describe: async (value, cached) => ({
      ...value,
      ...(value.fetchedAt && { cachedUntil: cachedUntil(value.fetchedAt, settings.offerCacheSeconds) }),
      provider,
      cached,
      ...(signer && {
        attestation: await attest(signer, {
          offerId,
          query: { language },
          provider,
          offerSha256: await sha256Hex(canonicalJson(value)),
        }),
      }),
    }),
  })
}

function cachedUntil(fetchedAt: string, seconds: number): string {
  return new Date(Date.parse(fetchedAt) + seconds * 1000).toISOString()
}
