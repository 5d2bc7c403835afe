import {
  AddressSearchSchema,
  AppError,
  canonicalJson,
  LIMITS,
  type SearchAnswer,
  type SearchQuery,
  SearchQuerySchema,
  searchesRegions,
  stripMetadata,
} from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { cachedSearch, cacheKeyOfSearch } from '../cache/answers.ts'
import { requireSettings, type UpstreamSettings } from '../config.ts'
import { attest } from '../evidence/attest.ts'
import { loadKeys, type Signer } from '../evidence/keys.ts'
import { sha256Hex } from '../hash.ts'
import { readBody } from '../http/body.ts'
import { invalidRequest } from '../http/problems.ts'
import { writeAnswer } from '../http/progress.ts'
import { readJson, validate, validateQuery } from '../http/validate.ts'
import { NO_OFFERS } from '../providers/offers.ts'
import type { PictureSource, ProviderAnswer } from '../providers/provider.ts'
import { checkAddress } from './image-url.ts'
import { checkPicture } from './picture.ts'
import { withinPicture } from './region.ts'
import { serveCached } from './serve-cached.ts'

const MAX_JSON_BYTES = 4096

/** The picture to search with, and what the answer says about it. */
interface SearchInput {
  source: PictureSource
  image: SearchAnswer['image']
  notes: string[]
}

const OUT_OF_REACH: ProviderAnswer = {
  ...NO_OFFERS,
  notes: ['1688 shows only the first 2,000 offers of a search.'],
}

/** `POST /v1/search`: by the bytes of a picture. A JSON body with its address keeps working there. */
export function search(c: Context<AppEnv>): Promise<Response> {
  return answerSearch(c, contentType(c.req.raw) === 'application/json' ? readAddress : readPicture)
}

/** `POST /v1/search/address`: the platform fetches the picture. */
export function searchAddress(c: Context<AppEnv>): Promise<Response> {
  return answerSearch(c, readAddress)
}

type ReadInput = (request: Request, settings: UpstreamSettings) => Promise<SearchInput>

async function answerSearch(c: Context<AppEnv>, readInput: ReadInput): Promise<Response> {
  const startedAtMs = Date.now()
  const settings = requireSettings(c.env)
  const { signer } = await loadKeys(settings.attestationKeys)
  const { priority, ...requested } = validateQuery(SearchQuerySchema, c.req.url)
  const input = await readInput(c.req.raw, settings)
  const query = withinPicture(requested, input.image)
  const { source } = input
  const describe = describeAs(settings, query, input, signer)
  if ((query.page - 1) * query.pageSize >= LIMITS.reachableOffers)
    return writeAnswer(c, async () => describe(OUT_OF_REACH, false))
  return serveCached<ProviderAnswer, SearchAnswer>(c, {
    settings,
    startedAtMs,
    priority,
    cacheKey: await cacheKeyOfSearch(settings.provider, source.sha256, query),
    cacheSeconds: settings.cacheSeconds,
    digest: source.sha256,
    api: 'search',
    readCache: cachedSearch,
    send: (object, job, onProgress) => object.search({ ...job, source, query }, onProgress),
    describe,
  })
}

function contentType(request: Request): string | undefined {
  return request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
}

async function readAddress(request: Request, settings: UpstreamSettings): Promise<SearchInput> {
  if (contentType(request)?.startsWith('image/')) throw invalidRequest(`${AS_ADDRESS} ${AS_BYTES}`)
  const body = await readJson(request, MAX_JSON_BYTES, {
    tooLarge: notAsJson,
    notJson: () => invalidRequest(`The body is not JSON. ${AS_ADDRESS} ${AS_BYTES}`),
  })
  if (!holdsAddress(body)) throw notAsJson()
  const { imageUrl } = validate(AddressSearchSchema, body)
  const url = checkAddress(imageUrl, settings)
  return { source: { url, sha256: await sha256Hex(url) }, image: null, notes: [] }
}

const AS_BYTES =
  'Send the bytes of the picture as the whole body to POST /v1/search, with the Content-Type image/jpeg or image/png.'
const AS_ADDRESS = 'An address is sent as JSON: {"imageUrl": "https://…"}.'

function notAsJson(): AppError {
  return invalidRequest(`A picture is not sent as JSON. ${AS_BYTES} ${AS_ADDRESS}`)
}

/** Whatever else is in it, a picture in text is no address. */
function holdsAddress(body: unknown): boolean {
  const { imageUrl } = (body ?? {}) as { imageUrl?: unknown }
  return typeof imageUrl === 'string' && !/^\s*data:/i.test(imageUrl)
}

async function readPicture(request: Request): Promise<SearchInput> {
  const type = contentType(request)
  if (type !== 'image/jpeg' && type !== 'image/png')
    throw new AppError(
      'image_unsupported',
      `${type ? `The Content-Type ${type.slice(0, 50)} is not taken here.` : 'The Content-Type is missing.'} ${AS_BYTES} ${AS_ADDRESS}`,
    )
  const bytes = await readBody(request, LIMITS.pictureBytes, pictureTooLarge)
  const { width, height, notes } = checkPicture(bytes)
  const sha256 = await sha256Hex(bytes)
  // The digest is that of the bytes received; what is passed on does not tell who took the picture, where or when.
  return {
    source: { bytes: stripMetadata(bytes), width, height, sha256 },
    image: { sha256, bytes: bytes.length, width, height },
    notes,
  }
}

function describeAs(
  { provider }: UpstreamSettings,
  query: SearchQuery,
  { image, notes }: SearchInput,
  signer: Signer | undefined,
) {
  const { mode, page, pageSize, region } = query
  const regionNotes =
    region !== undefined && !searchesRegions(provider)
      ? ['This 1688 API cannot search a region: the whole picture was searched.']
      : []
  const signatureNotes =
    signer === undefined ? ['This answer is not signed: the proxy has no ATTESTATION_KEY.'] : []
  return async (
    { isComplete: _, notes: answerNotes, ...found }: ProviderAnswer,
    cached: boolean,
  ): Promise<SearchAnswer> => {
    const searchId = crypto.randomUUID()
    const answer = {
      searchId,
      provider,
      mode,
      page,
      pageSize,
      ...found,
      cached,
      notes: [...notes, ...regionNotes, ...answerNotes, ...signatureNotes],
      image,
    }
    if (!signer) return answer
    const attestation = await attest(signer, {
      searchId,
      imageSha256: image?.sha256 ?? null,
      query,
      provider,
      offersSha256: await sha256Hex(canonicalJson(found.offers)),
    })
    return { ...answer, attestation }
  }
}

function pictureTooLarge(): AppError {
  return new AppError('image_too_large', 'The picture may not exceed 5 MiB.')
}
