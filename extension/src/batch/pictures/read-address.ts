import { browser } from 'wxt/browser'
import { permissionFor, readLimited } from '../../image/fetch.ts'
import type { BatchRow } from '../../model/batch.ts'
import { AppError } from '../../model/failure.ts'
import { isLocalHost } from './local-host.ts'
import { RowError } from './row-picture.ts'

const TIMEOUT_MS = 15_000
const MAX_ATTEMPTS = 2
const WAIT_MS = 1000
/** Never there, whoever asks. */
const NOT_FOUND = [404, 410]
/** The host may answer the second time. */
const PASSING = [408, 425, 429, 500, 502, 503, 504]

/**
 * The bytes of a picture at an address of a list, without cookies and referrer. Whoever wrote the list learns nothing of this browser
 * unless the user allowed the website: nothing is sent to others, and to hosts of the user's own network only if that very host was.
 *
 * @throws RowError that says why not; AppError `picture_too_large`; the signal's reason
 */
export async function readAddress(signal: AbortSignal, address: string): Promise<Blob> {
  const wanted = permissionFor(address)
  if (!wanted) throw new RowError('address_invalid')
  if (!(await isAllowed(wanted)))
    throw new RowError(isLocalHost(wanted.host) ? 'address_local' : 'host_not_allowed', wanted.host)
  let failure = new RowError('address_unreachable', wanted.host)
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
    const response = await get(signal, address)
    if (!response) continue
    if (response.ok) {
      const picture = await bodyOf(signal, response)
      if (picture) return picture
      continue
    }
    failure = new RowError(
      NOT_FOUND.includes(response.status) ? 'address_not_found' : 'address_unreachable',
      `HTTP ${response.status}`,
    )
    if (!PASSING.includes(response.status)) break
  }
  throw failure
}

async function get(signal: AbortSignal, address: string): Promise<Response | undefined> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
  const init = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const
  const response = await fetch(address, { ...init, signal: deadline }).catch(() => undefined)
  signal.throwIfAborted()
  return response
}

/** `undefined` if the connection broke or took too long. */
async function bodyOf(signal: AbortSignal, response: Response): Promise<Blob | undefined> {
  try {
    return await readLimited(response)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof AppError) throw error
    return undefined
  }
}

interface Website {
  host: string
  pattern: string
}

/**
 * The websites of the rows' pictures that are still to be read and are not allowed yet, each once, as match patterns. Those in the
 * user's own network are asked for by themselves, not among many.
 */
export async function hostsToAllow(
  rows: readonly BatchRow[],
  { local = false }: { local?: boolean } = {},
): Promise<Website[]> {
  const hosts = new Map<string, Website>()
  for (const { digest, picture } of rows) {
    const wanted = digest === null && picture.kind === 'address' && permissionFor(picture.address)
    if (wanted && isLocalHost(wanted.host) === local) hosts.set(wanted.pattern, wanted)
  }
  const allowed = await Promise.all([...hosts.values()].map(isAllowed))
  return [...hosts.values()].filter((_, at) => !allowed[at])
}

/** Asks once for all of them. Has to be called within a click, before anything is awaited. */
export function allowHosts(hosts: readonly Pick<Website, 'pattern'>[]): Promise<boolean> {
  return browser.permissions.request({ origins: hosts.map(({ pattern }) => pattern) })
}

async function isAllowed({ host, pattern }: Website): Promise<boolean> {
  if (!isLocalHost(host)) return browser.permissions.contains({ origins: [pattern] })
  // Whoever allowed all websites did not mean the router.
  const { origins = [] } = await browser.permissions.getAll()
  return origins.includes(pattern)
}
