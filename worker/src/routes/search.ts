import { AppError, LIMITS, type SearchAnswer, SearchQuerySchema } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app.ts'
import { sha256Hex } from '../clients/hash.ts'
import { giveBackSearch, takeSearch } from '../clients/usage.ts'
import { readBody } from '../http/body.ts'
import { validate } from '../http/validate.ts'
import { requireSettings } from '../settings.ts'
import { checkPicture } from './picture.ts'

/** `POST /v1/search`: checks the request, has the app key's object search, and describes what was searched. */
export async function search(c: Context<AppEnv>): Promise<Response> {
  const startedAt = Date.now()
  const settings = requireSettings(c.env)
  const query = validate(SearchQuerySchema, c.req.query())
  refuseOtherThanPicture(c.req.header('Content-Type'))
  const bytes = await readBody(c.req.raw, LIMITS.pictureBytes, pictureTooLarge)
  const { width, height, notes } = checkPicture(bytes)
  const sha256 = await sha256Hex(bytes)

  const usage = await takeSearch(c.env.USAGE, c.get('client'))
  const dispatcher = c.env.DISPATCHER.get(c.env.DISPATCHER.idFromName(settings.appKey))
  const budgetMs = LIMITS.searchDeadlineMs - (Date.now() - startedAt)
  const outcome = await dispatcher.search({ picture: { bytes, sha256 }, query, budgetMs })
  if (outcome.failure) c.executionCtx.waitUntil(giveBackSearch(usage))
  if (!outcome.found) {
    const { code, detail, retryAfterMs } = outcome.failure
    throw new AppError(code, detail, { retryAfterMs })
  }
  const { page, pageSize, mode } = query
  const answer: SearchAnswer = {
    searchId: crypto.randomUUID(),
    provider: settings.provider,
    mode,
    page,
    pageSize,
    total: outcome.found.total,
    hasMore: outcome.found.hasMore,
    cached: false,
    notes: [...notes, ...outcome.found.notes],
    image: { sha256, bytes: bytes.length, width, height },
    offers: outcome.found.offers,
  }
  return c.json(answer)
}

function refuseOtherThanPicture(contentType: string | undefined): void {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json')
    throw new AppError(
      'not_supported',
      'Searching by address is not supported here: send the picture itself.',
    )
  if (type !== 'image/jpeg' && type !== 'image/png')
    throw new AppError('image_unsupported', 'The Content-Type must be image/jpeg or image/png.')
}

function pictureTooLarge(): AppError {
  return new AppError('image_too_large', 'The picture may have at most 5 MiB.')
}
