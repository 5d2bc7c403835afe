import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import type { Arrival } from './arrivals.ts'
import { FAULTS, type Faults } from './faults.ts'

/** Lets another process read the log and switch faults: `arrivals` (GET, DELETE) and `faults` (POST, DELETE). */
export async function control(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  arrivals: Arrival[],
  faults: Faults,
): Promise<void> {
  const send = (status: number, body: unknown = {}) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }
  const command = `${request.method} ${path.replace('/__gateway/', '')}`
  if (command === 'GET arrivals') return send(200, arrivals)
  if (command === 'DELETE arrivals') {
    arrivals.length = 0
    return send(200)
  }
  if (command === 'DELETE faults') {
    faults.clear()
    return send(200)
  }
  if (command !== 'POST faults') return send(404)
  const { fault, ...options } = (await json(request).catch(() => ({}))) as Record<string, unknown>
  const known = FAULTS.find((name) => name === fault)
  if (!known) return send(400, { faults: FAULTS })
  faults.set(known, options)
  send(200)
}
