import {
  AddressSearchSchema,
  AppError,
  LIMITS,
  type SearchAnswer,
  type SearchQuery,
  SearchQuerySchema,
  withoutMetadata,
} from '@find-on-1688/shared'
import type { Context } from 'hono'
import { keptSearch, nameOfSearch } from '../answers/store.ts'
import type { AppEnv } from '../app.ts'
import { type Asked, ask } from '../apps/ask.ts'
import { sha256Hex } from '../clients/hash.ts'
import { takeSearch } from '../clients/usage.ts'
import type { Progress } from '../dispatch/progress.ts'
import { readBody } from '../http/body.ts'
import { answerWith } from '../http/progress.ts'
import { readJson, validate } from '../http/validate.ts'
import type { Found, Subject } from '../providers/provider.ts'
import { requireSettings, type UpstreamSettings } from '../settings.ts'
import { countFreely } from '../watch/hits.ts'
import { checkAddress } from './address.ts'
import { checkPicture } from './picture.ts'

const MAX_JSON_BYTES = 4096

/** What is searched, and what the answer says about it. */
interface Searched {
  subject: Subject
  image: SearchAnswer['image']
  notes: string[]
}

/** `POST /v1/search`: checks the request, answers from what is kept, or has an app key's object search. */
export async function search(c: Context<AppEnv>): Promise<Response> {
  const startedAt = Date.now()
  const settings = requireSettings(c.env)
  const query = validate(SearchQuerySchema, c.req.query())
  const searched = await readSubject(c.req.raw, settings)
  const describe = describeAs(settings, query, searched)
  const answer = await nameOfSearch(settings.provider, searched.subject.sha256, query)

  const kept = settings.cacheSeconds > 0 && (await keptSearch(c.env.ANSWERS, answer, Date.now()))
  if (kept) {
    countFreely(c, 'hit')
    return answerWith(c, describe(kept, true))
  }
  const taken = await takeSearch(c.env.USAGE, c.get('client'))
  const job = {
    client: c.get('client').id,
    answer,
    keepSeconds: settings.cacheSeconds,
    subject: searched.subject,
    query,
    hits: countFreely(c, 'miss'),
    budgetMs: LIMITS.searchDeadlineMs - (Date.now() - startedAt),
  }
  const { signal, leave } = c.get('presence')
  const asked = ask<Found>(signal, {
    env: c.env,
    settings,
    digest: searched.subject.sha256,
    send: (object, appKey, isAlone) => object.search({ ...job, appKey, isAlone }),
  })
  const described = async function* (): AsyncGenerator<Progress, SearchAnswer> {
    let found: Asked<Found> | undefined
    try {
      found = yield* asked
      c.get('trace').took(found)
      return describe(found.value, found.cached)
    } finally {
      // A search that brought nothing is not counted.
      if (!found) c.executionCtx.waitUntil(taken.giveBack())
    }
  }
  return answerWith(c, described(), leave)
}

async function readSubject(request: Request, settings: UpstreamSettings): Promise<Searched> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') {
    const { imageUrl } = validate(AddressSearchSchema, await readJson(request, MAX_JSON_BYTES))
    const url = checkAddress(imageUrl, settings)
    return { subject: { url, sha256: await sha256Hex(url) }, image: null, notes: [] }
  }
  if (type !== 'image/jpeg' && type !== 'image/png')
    throw new AppError(
      'image_unsupported',
      'The Content-Type must be image/jpeg or image/png, or application/json with an imageUrl.',
    )
  const bytes = await readBody(request, LIMITS.pictureBytes, pictureTooLarge)
  const { width, height, notes } = checkPicture(bytes)
  const sha256 = await sha256Hex(bytes)
  // The digest is that of what was received; what goes on tells nothing of who took the picture, where and when.
  return {
    subject: { bytes: withoutMetadata(bytes), sha256 },
    image: { sha256, bytes: bytes.length, width, height },
    notes,
  }
}

function describeAs({ provider }: UpstreamSettings, query: SearchQuery, { image, notes }: Searched) {
  const { mode, page, pageSize } = query
  return ({ total, hasMore, offers, notes: further }: Found, cached: boolean): SearchAnswer => ({
    searchId: crypto.randomUUID(),
    provider,
    mode,
    page,
    pageSize,
    total,
    hasMore,
    cached,
    notes: [...notes, ...further],
    image,
    offers,
  })
}

function pictureTooLarge(): AppError {
  return new AppError('image_too_large', 'The picture may have at most 5 MiB.')
}
