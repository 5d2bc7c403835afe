import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { PLATFORM_FAILURES } from './platform-failures.ts'
import { TOKEN_FAULTS } from './tokens.ts'

/** Failures that a test switches on. These happen on the wire; the others are what the platform answers. */
export const WIRE_FAULTS = [
  'slow',
  'hang',
  'hang-body',
  'reset',
  'reset-mid-body',
  'http-500',
  'http-502',
  'http-503',
  'http-503-date',
  'http-503-garbage',
  'http-429',
  'http-413',
  'http-403',
  'html',
  'truncated-json',
  'huge-json',
  'redirect',
  'gzip-bomb',
  'wrong-length',
  'trickle',
  'empty',
  'wrong-shape',
] as const
/** Played by the services themselves. */
const SERVICE_FAULTS = [
  'image-id-zero',
  'hostile-offers',
  'instructing-offers',
  'data-null',
  'data-missing',
] as const
export const FAULTS = [...WIRE_FAULTS, ...PLATFORM_FAILURES, ...SERVICE_FAULTS, ...TOKEN_FAULTS] as const
export type Fault = (typeof FAULTS)[number]

export interface FaultOptions {
  /** Part of the API's name; every API by default. */
  api?: string
  /** How often; by default until cleared. */
  times?: number
  delayMs?: number
  /** The share of calls affected; all by default. */
  share?: number
}

/** 100 MB of blanks, small while compressed. */
const BOMB = gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '))

interface TakenFault {
  fault: Fault
  delayMs: number
  /** Aborted once the faults are cleared. */
  cleared: AbortSignal
}

type ActiveFault = { fault: Fault; options: FaultOptions; left: number }

export class Faults {
  #active: ActiveFault[] = []
  #cleared = new AbortController()

  set(fault: Fault, options: FaultOptions = {}): void {
    this.#active.push({ fault, options, left: options.times ?? Number.POSITIVE_INFINITY })
  }

  /** Calls delayed by `slow` continue immediately. */
  clear(): void {
    this.#active = []
    this.#cleared.abort()
    this.#cleared = new AbortController()
  }

  /** The fault for this call, which it uses once; with `onlyByName`, only a fault for this very API. */
  take(api: string, onlyByName = false): TakenFault | undefined {
    const found = this.#active.find(
      ({ options, left }) =>
        left > 0 &&
        (options.api !== undefined || !onlyByName) &&
        api.includes(options.api ?? '') &&
        Math.random() < (options.share ?? 1),
    )
    if (!found) return undefined
    found.left--
    return { fault: found.fault, delayMs: found.options.delayMs ?? 3000, cleared: this.#cleared.signal }
  }
}

/** Plays a fault of the wire. Returns whether that ends the call; after `slow` it continues. */
export async function playOnWire(taken: TakenFault, response: ServerResponse): Promise<boolean> {
  const { fault, delayMs, cleared } = taken
  const { socket } = response
  const send = (status: number, type: string, body: string, headers = {}) => {
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(body)
    return true
  }
  switch (fault) {
    case 'slow':
      await sleep(delayMs, undefined, { signal: cleared }).catch(() => {})
      return false
    case 'hang':
      return true
    case 'hang-body':
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"result":')
      return true
    case 'reset':
      socket?.resetAndDestroy()
      return true
    case 'reset-mid-body':
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"result":')
      await sleep(20)
      socket?.resetAndDestroy()
      return true
    case 'http-500':
      return send(500, 'text/plain', 'Internal Server Error')
    case 'http-502':
      return send(502, 'text/html', '<html><body>Bad Gateway</body></html>')
    case 'http-503':
      return send(503, 'text/plain', 'busy', { 'Retry-After': '1' })
    case 'http-503-date':
      return send(503, 'text/plain', 'busy', { 'Retry-After': new Date(Date.now() + 2000).toUTCString() })
    case 'http-503-garbage':
      return send(503, 'text/plain', 'busy', { 'Retry-After': 'soon; -1' })
    case 'http-429':
      return send(429, 'text/plain', 'slow down', { 'Retry-After': '1' })
    case 'http-413':
      return send(413, 'text/html', '<html><body>Request Entity Too Large</body></html>')
    case 'http-403':
      return send(403, 'text/html', '<html><body>Forbidden</body></html>')
    case 'gzip-bomb':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(BOMB)
      return true
    case 'wrong-length':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100000' })
      response.write('{"result":{"success":"true"')
      await sleep(20)
      socket?.end()
      return true
    case 'trickle':
      void trickle(response)
      return true
    case 'html':
      return send(200, 'text/html', '<html><body>Please log in</body></html>')
    case 'truncated-json':
      return send(200, 'application/json', '{"result":{"success":"true","result":{"data":[{"offerId":71')
    case 'huge-json':
      return send(200, 'application/json', JSON.stringify({ result: 'x'.repeat(10_000_000) }))
    case 'redirect':
      return send(302, 'text/plain', '', {
        Location: `http://127.0.0.1:${socket?.localPort}/openapi/param2/1/redirected/followed`,
      })
    case 'empty':
      return send(200, 'application/json', '')
    case 'wrong-shape':
      return send(200, 'application/json', '{"result":[1,"two",{"success":{}}],"success":7}')
    default:
      return false
  }
}

/** One byte per second until the client disconnects. */
async function trickle(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/json' })
  while (!response.destroyed) {
    response.write(' ')
    await sleep(1000)
  }
}
