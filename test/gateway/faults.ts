import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Ways to fail that a test switches on. The first group happens on the wire, the second in the platform's own words. */
export const WIRE_FAULTS = [
  'slow',
  'hang',
  'hang-body',
  'reset',
  'reset-mid-body',
  'http-500',
  'http-502',
  'http-503',
  'html',
  'truncated-json',
  'huge-json',
  'redirect',
  'empty',
  'wrong-shape',
] as const
const PLATFORM_FAULTS = [
  'throttle',
  'throttle-in-200',
  'token-expired',
  'token-expired-in-200',
  'quota',
  'acl',
  'unsupported',
  'isp-error',
  'isp-timeout',
  'image-id-zero',
  'hostile-offers',
  'echo-secret',
  'data-null',
  'data-missing',
] as const
export const FAULTS = [...WIRE_FAULTS, ...PLATFORM_FAULTS] as const
export type Fault = (typeof FAULTS)[number]

export interface FaultOptions {
  /** Part of the API's name; every API without it. */
  api?: string
  /** How often; until cleared without it. */
  times?: number
  delayMs?: number
}

type ActiveFault = { fault: Fault; options: FaultOptions; left: number }

export class Faults {
  #active: ActiveFault[] = []

  set(fault: Fault, options: FaultOptions = {}): void {
    this.#active.push({ fault, options, left: options.times ?? Number.POSITIVE_INFINITY })
  }

  clear(): void {
    this.#active = []
  }

  /** The fault for this call, used up by one. */
  take(api: string): { fault: Fault; delayMs: number } | undefined {
    const found = this.#active.find(({ options, left }) => left > 0 && api.includes(options.api ?? ''))
    if (!found) return undefined
    found.left--
    return { fault: found.fault, delayMs: found.options.delayMs ?? 3000 }
  }
}

/** Plays a fault of the wire. Says whether the call is thereby answered; after `slow` it goes on. */
export async function playOnWire(fault: Fault, delayMs: number, response: ServerResponse): Promise<boolean> {
  const { socket } = response
  const send = (status: number, type: string, body: string, headers = {}) => {
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(body)
    return true
  }
  switch (fault) {
    case 'slow':
      await sleep(delayMs)
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
    case 'html':
      return send(200, 'text/html', '<html><body>Please log in</body></html>')
    case 'truncated-json':
      return send(200, 'application/json', '{"result":{"success":"true","result":{"data":[{"offerId":71')
    case 'huge-json':
      return send(200, 'application/json', JSON.stringify({ result: 'x'.repeat(10_000_000) }))
    case 'redirect':
      return send(302, 'text/plain', '', { Location: 'http://127.0.0.1:1/' })
    case 'empty':
      return send(200, 'application/json', '')
    case 'wrong-shape':
      return send(200, 'application/json', '{"result":[1,"two",{"success":{}}],"success":7}')
    default:
      return false
  }
}
