import type { Browser } from 'wxt/browser'
import { callPageScript } from '../image/call-page-script.ts'
import { fail } from '../model/failure.ts'
import type { Click, ClickHint, PagePicture } from '../model/page-script.ts'
import type { Candidate, Source } from '../model/picture.ts'
import { pageInfo } from './page-info.ts'

/**
 * The pictures that a click may have meant, likeliest first; none where nothing is to be found.
 *
 * @throws FailureError `page_closed` where the browser lets no extension in
 */
export async function findPictures(click: Click, tab: Browser.tabs.Tab): Promise<Candidate[]> {
  const { frameId, frameUrl, address } = click
  const { id = -1, windowId, incognito } = tab
  const place = { tabId: id, windowId, frameId, incognito, ...pageInfo(tab) }
  const answer = await callPageScript(place, 'findPictures', hintOf(click)).catch(() => undefined)
  if (answer?.found.length) return answer.found.map((found) => candidateOf(found, place))
  // In a frame of another origin nothing can be asked: there is what the browser saw, and what the screen shows.
  const other = frameUrl && !answer ? { frameUrl } : {}
  const source: Source = { ...place, ...other, addresses: address ? [address] : [] }
  if (address || source.frameUrl) return [{ source, kind: address ? 'image' : 'frame', width: 0, height: 0 }]
  return answer ? [] : fail('page_closed')
}

function hintOf({ address, film, link, targetElementId, pointed }: Click): ClickHint {
  return {
    ...(address && { address }),
    ...(film && { film }),
    ...(link && { link }),
    ...(targetElementId !== undefined && { targetElementId }),
    ...(pointed && { pointed }),
  }
}

export function candidateOf(
  { id, kind, addresses, width, height }: PagePicture,
  place: Omit<Source, 'addresses'>,
): Candidate {
  const source = { ...place, addresses, pictureId: id, ...(width > 0 && { shown: { width, height } }) }
  return { source, kind, width, height }
}
