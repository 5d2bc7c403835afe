import { FAIR_SHARE } from './admission.ts'
import type { Lanes } from './lanes.ts'
import type { Ticket } from './ticket.ts'

const MAX_WAITING = 64
/** An object has 128 MB, and a picture takes several times its size while it is encoded into a form. */
const MAX_BYTES = 20 * 1024 * 1024
/** Of both. People's searches displace batch searches that wait, but not those under way. */
const BATCH_SHARE = 1 / 2

/**
 * What has to give way to a ticket: batch searches, those first that would leave last; then the newest of a client that
 * has more than its share. `undefined` if there is no room even so.
 */
export function displacedBy(ticket: Ticket, lanes: Lanes, inFlight: Iterable<Ticket>): Ticket[] | undefined {
  const { lane, client } = ticket
  const isBatch = lane === 'batch'
  const batch = lanes.waitingIn('batch')
  const displaceable = isBatch ? [] : batch.entries().reverse()
  const longest = (isBatch ? batch : lanes.waitingIn('search')).newestOfLongest(FAIR_SHARE)
  if (longest && lanes.waitingIn(lane).waitingOf(client) < FAIR_SHARE) displaceable.push(longest)

  const waiting = lanes.all()
  const share = isBatch ? BATCH_SHARE : 1
  let bytes = -MAX_BYTES * share
  for (const held of [ticket, ...waiting, ...inFlight]) bytes += held.bytes
  const excess = waiting.length + 1 - MAX_WAITING * share
  let count = 0
  for (; bytes > 0 || count < excess; count++) {
    const next = displaceable[count]
    if (!next) return undefined
    bytes -= next.bytes
  }
  return displaceable.slice(0, count)
}
