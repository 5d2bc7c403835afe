import { lookup as resolveName } from 'node:dns'
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { RowProblem } from '../../../extension/src/model/batch.ts'
import type { FailureCode } from '../../../extension/src/model/failure.ts'
import { isPublicAddress } from './public-address.ts'

const MAX_BYTES = 40 * 1024 * 1024
const TIMEOUT_MS = 20_000
const MAX_REDIRECTS = 5

/** Why an address gave no picture: the code that its row gets. */
export class AddressError extends Error {
  readonly code: RowProblem | FailureCode

  constructor(code: RowProblem | FailureCode, detail: string) {
    super(detail)
    this.code = code
  }
}

/** What tests replace. */
export interface FetchOptions {
  lookup?: typeof resolveName
  isAllowed?: (address: string) => boolean
  maxBytes?: number
  timeoutMs?: number
}

/**
 * The bytes behind an http or https address on the internet. Whoever writes the list must not be able to make this machine
 * read from its own network: the address that a name leads to is checked and then connected to, at each redirect anew, so a
 * name that answers otherwise the second time gains nothing.
 *
 * @throws AddressError; the signal's reason
 */
export async function fetchPicture(
  signal: AbortSignal,
  address: string,
  options: FetchOptions = {},
): Promise<Buffer> {
  const deadline = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
  const either = AbortSignal.any([signal, deadline])
  try {
    let url = urlOf(address)
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await respond(either, url, options)
      const next = await resultOf(response, options.maxBytes ?? MAX_BYTES)
      if (Buffer.isBuffer(next)) return next
      url = urlOf(next, url)
    }
    throw new AddressError('address_unreachable', 'it redirects too often')
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof AddressError) throw error
    if (deadline.aborted) throw new AddressError('address_unreachable', 'it takes too long')
    const { code, message } = error as NodeJS.ErrnoException
    throw new AddressError(
      code === 'ENOTFOUND' ? 'address_not_found' : 'address_unreachable',
      code ?? message,
    )
  }
}

function urlOf(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href)
  if (!url) throw new AddressError('address_invalid', 'it is no address')
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new AddressError('address_invalid', 'only http and https are read')
  return url
}

function respond(signal: AbortSignal, url: URL, options: FetchOptions): Promise<IncomingMessage> {
  const { isAllowed = isPublicAddress, lookup = resolveName } = options
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A number is never looked up.
  if (isIP(host) && !isAllowed(host)) throw notPublic()
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request: ClientRequest = send(url, {
      signal,
      lookup: checkedLookup(lookup, isAllowed),
      // One connection each: a kept one could be that of another check.
      agent: false,
      // Some hosts refuse a request without it.
      headers: { Accept: 'image/*,*/*;q=0.8', 'User-Agent': 'find-on-1688 (npm run match)' },
    })
    request.on('response', resolve).on('error', reject).end()
  })
}

/** Of all that a name leads to, none may be inside; the connection then goes to those, not to the name. */
function checkedLookup(lookup: typeof resolveName, isAllowed: (address: string) => boolean): LookupFunction {
  return (host, { all, ...options }, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) callback(error ?? Object.assign(new Error(host), { code: 'ENOTFOUND' }), '')
      else if (!addresses.every(({ address }) => isAllowed(address))) callback(notPublic(), '')
      else if (all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function notPublic(): AddressError {
  return new AddressError('address_invalid', 'it is not on the internet')
}

/** The body, or the address that it redirects to. */
async function resultOf(response: IncomingMessage, maxBytes: number): Promise<Buffer | string> {
  const { statusCode = 0, headers } = response
  try {
    if (statusCode >= 300 && statusCode < 400 && headers.location) return headers.location
    if (statusCode === 404 || statusCode === 410)
      throw new AddressError('address_not_found', `HTTP ${statusCode}`)
    if (statusCode < 200 || statusCode > 299)
      throw new AddressError('address_unreachable', `HTTP ${statusCode}`)
    if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length
      // Not every host sends a length.
      if (bytes > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    response.destroy()
  }
}

function tooLarge(): AddressError {
  return new AddressError('picture_too_large', 'the file is too large')
}
