import {
  AddressSearchSchema,
  AppError,
  digestOfOffers,
  LIMITS,
  type SearchAnswer,
  type SearchQuery,
  SearchQuerySchema,
  searchesParts,
  stripMetadata,
} from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { keptSearch, nameOfSearch } from '../cache/answers.ts'
import { requireSettings, type UpstreamSettings } from '../config.ts'
import { attest } from '../evidence/attest.ts'
import { loadKeys, type Signer } from '../evidence/keys.ts'
import { sha256Hex } from '../hash.ts'
import { readBody } from '../http/body.ts'
import { readJson, validate } from '../http/validate.ts'
import type { Found, Subject } from '../providers/provider.ts'
import { checkAddress } from './image-url.ts'
import { checkPicture } from './picture.ts'
import { withinPicture } from './region.ts'
import { answerOrAsk } from './serve-cached.ts'

const MAX_JSON_BYTES = 4096

/** What is searched, and what the answer says about it. */
interface Searched {
  subject: Subject
  image: SearchAnswer['image']
  notes: string[]
}

/** `POST /v1/search`: checks the request, and answers or has it searched. */
export async function search(c: Context<AppEnv>): Promise<Response> {
  const startedAtMs = Date.now()
  const settings = requireSettings(c.env)
  const { signer } = await loadKeys(settings.attestationKeys)
  const asked = validate(SearchQuerySchema, c.req.query())
  const searched = await readSubject(c.req.raw, settings)
  const query = withinPicture(asked, searched.image)
  const { subject } = searched
  return answerOrAsk<Found, SearchAnswer>(c, {
    settings,
    startedAtMs,
    cacheKey: await nameOfSearch(settings.provider, subject.sha256, query),
    cacheSeconds: settings.cacheSeconds,
    digest: subject.sha256,
    readCache: keptSearch,
    send: (object, job) => object.search({ ...job, subject, query }),
    describe: describeAs(settings, query, searched, signer),
  })
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
    subject: { bytes: stripMetadata(bytes), width, height, sha256 },
    image: { sha256, bytes: bytes.length, width, height },
    notes,
  }
}

function describeAs(
  { provider }: UpstreamSettings,
  query: SearchQuery,
  { image, notes }: Searched,
  signer: Signer | undefined,
) {
  const { mode, page, pageSize, region } = query
  const undivided =
    region !== undefined && !searchesParts(provider)
      ? ['This 1688 search takes no part of a picture: the whole picture was searched.']
      : []
  const unsigned =
    signer === undefined ? ['This answer is not signed: the proxy has no ATTESTATION_KEY.'] : []
  return async (
    { total, hasMore, offers, notes: further, regions }: Found,
    cached: boolean,
  ): Promise<SearchAnswer> => {
    const searchId = crypto.randomUUID()
    const answer = {
      searchId,
      provider,
      mode,
      page,
      pageSize,
      total,
      hasMore,
      cached,
      notes: [...notes, ...undivided, ...further, ...unsigned],
      image,
      offers,
      regions,
    }
    if (!signer) return answer
    const attestation = await attest(signer, {
      iat: Math.floor(Date.now() / 1000),
      searchId,
      imageSha256: image?.sha256 ?? null,
      query,
      provider,
      offersSha256: await digestOfOffers(offers, crypto.subtle),
    })
    return { ...answer, attestation }
  }
}

function pictureTooLarge(): AppError {
  return new AppError('image_too_large', 'The picture may have at most 5 MiB.')
}
