import type { Browser } from 'wxt/browser'
import { pictureLimit } from '../api/picture-limit.ts'
import { acquirePicture } from '../image/acquire.ts'
import { callPageScript } from '../image/call-page-script.ts'
import { fail } from '../model/failure.ts'
import type { PagePicture, Version } from '../model/page-picture.ts'
import type { Click, ClickHint } from '../model/page-script.ts'
import type { Candidate, Source } from '../model/picture.ts'
import type { Search } from '../model/search.ts'

/** Of the page's address and title, in characters. */
const MAX_PAGE_TEXT = 2000
/** The gallery's longer addresses are `data:` ones: the page reads those pictures itself. */
const MAX_GALLERY_ADDRESS_LENGTH = 100_000

/** A source in a tab, before it is known which of its pictures is meant. */
export function sourceIn(tab: Browser.tabs.Tab, frameId = 0): Source {
  const { id = -1, windowId, incognito } = tab
  return { addresses: [], tabId: id, windowId, frameId, incognito, ...pageInfo(tab) }
}

/** Address and title of a tab's page, where the click reveals them and the address is short enough to store. */
export function pageInfo({ url, title = '' }: Browser.tabs.Tab): Pick<Source, 'page'> {
  const isPage = url !== undefined && /^https?:/i.test(url) && url.length <= MAX_PAGE_TEXT
  return isPage ? { page: { address: url, title: title.slice(0, MAX_PAGE_TEXT) } } : {}
}

/**
 * The pictures that a click may have meant, likeliest first; none where the page shows none.
 *
 * @throws AppError `page_closed` where the browser does not let extensions in
 */
export async function findPictures(click: Click, tab: Browser.tabs.Tab): Promise<Candidate[]> {
  const { frameId, frameUrl, address } = click
  const base = { ...sourceIn(tab, frameId), ...(frameUrl && { frameUrl }) }
  const answer = await callPageScript(base, 'findPictures', hintOf(click)).catch(() => undefined)
  if (answer?.found.length) return answer.stacked ? topOf(answer.found, base) : all(answer.found, base)
  // A frame of another origin cannot be asked: what is left is what the browser saw, and what the screen shows.
  const addresses = address ? [address] : []
  const source: Source = { ...base, addresses, larger: await largerVersions(base, addresses) }
  if (address || (frameUrl && !answer))
    return [{ source, kind: address ? 'image' : 'frame', width: 0, height: 0 }]
  return answer ? [] : fail('page_closed')
}

/** The page's pictures besides those already in the search, likeliest first; `undefined` where it cannot be entered. */
export async function findGallery(
  signal: AbortSignal,
  { source, further = [] }: Search,
): Promise<Candidate[] | undefined> {
  const { tabId, windowId, frameId, incognito, pictureId = null, addresses } = source
  if (tabId < 0) return undefined
  const taken = further.flatMap((photo) => photo.source.addresses)
  const found = await callPageScript({ tabId, frameId }, 'gallery', pictureId, addresses, taken).catch(
    () => undefined,
  )
  if (!found) return undefined
  const base = { tabId, windowId, frameId, incognito }
  const isShort = ({ length }: string) => length <= MAX_GALLERY_ADDRESS_LENGTH
  const candidates = found.map((each) =>
    candidateOf({ ...each, addresses: each.addresses.filter(isShort) }, base),
  )
  return addThumbnails(signal, candidates)
}

/** Reads in advance the candidates whose address a view cannot show. */
export async function addThumbnails(signal: AbortSignal, candidates: Candidate[]): Promise<Candidate[]> {
  const result: Candidate[] = []
  for (const candidate of candidates) {
    const isShowable =
      !candidate.source.placement && /^(https?|data):/i.test(candidate.source.addresses.at(-1) ?? '')
    const shot = isShowable
      ? undefined
      : await acquirePicture(signal, candidate.source, await pictureLimit()).catch(() => undefined)
    result.push(shot ? { ...candidate, thumb: shot.dataUrl } : candidate)
  }
  return result
}

/** As the page around the frame finds them. */
async function largerVersions({ tabId }: Source, addresses: string[]): Promise<Version[]> {
  if (addresses.length === 0) return []
  return (await callPageScript({ tabId, frameId: 0 }, 'largerVersions', addresses).catch(() => [])) ?? []
}

function hintOf({ address, video, link, targetElementId, pointed }: Click): ClickHint {
  return {
    ...(address && { address }),
    ...(video && { video }),
    ...(link && { link }),
    ...(targetElementId !== undefined && { targetElementId }),
    ...(pointed && { pointed }),
  }
}

function all(found: PagePicture[], base: Omit<Source, 'addresses'>): Candidate[] {
  return found.map((each) => candidateOf(each, base))
}

/** The topmost hides the others, unless it shows nothing itself. Several backgrounds of one element may all be seen. */
function topOf(found: PagePicture[], base: Omit<Source, 'addresses'>): Candidate[] {
  const end = found.findIndex(({ kind, layer }, at) => at > 0 && !(layer && kind === 'background'))
  const isLayered = found[0]?.kind === 'background'
  const shown = isLayered ? found.slice(0, end < 0 ? undefined : end) : found.slice(0, 1)
  const beneath = all(found.slice(shown.length), base).map(({ source }) => source)
  return all(shown, base).map(({ source, ...rest }) => ({
    ...rest,
    source: { ...source, ...(beneath.length > 0 && { beneath }) },
  }))
}

function candidateOf(
  { id, kind, addresses, width, height, displayed, placement, pending, larger }: PagePicture,
  base: Omit<Source, 'addresses'>,
): Candidate {
  const source = {
    ...base,
    addresses,
    pictureId: id,
    ...(larger && { larger }),
    ...(pending ? { pending } : width > 0 && { shown: { width, height } }),
    ...(displayed && { displayed }),
    ...(placement && { placement }),
  }
  return { source, kind, width, height }
}
