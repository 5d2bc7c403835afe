import { grantRequestItem, isRecent } from '../../model/stored-items.ts'
import { locationOf, type Navigate } from '../state/route.ts'

/** Until the list is as long again as it was. */
const MAX_WAIT_MS = 5000

/** Brings a popup back to where it was when the browser's question about a website closed it. */
export async function returnAfterGrant(navigate: Navigate): Promise<void> {
  const request = await grantRequestItem.getValue()
  if (!request) return
  await grantRequestItem.setValue(null)
  if (!isRecent(request)) return
  const { route, argument } = locationOf(request.route)
  if (route !== 'results') navigate(route, argument || undefined)
  if (request.scrollTop > 0) scrollBack(request.scrollTop, performance.now() + MAX_WAIT_MS)
}

function scrollBack(top: number, untilMs: number): void {
  const body = document.querySelector('.body')
  if (body && body.scrollHeight - body.clientHeight >= top) body.scrollTop = top
  else if (performance.now() < untilMs) setTimeout(() => scrollBack(top, untilMs), 50)
}
