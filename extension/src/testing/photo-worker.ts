import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Candidate, SentPicture } from '../model/picture.ts'
import type { Search } from '../model/search.ts'
import { proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { anAnswer, PROXY } from './answers.ts'
import { aList, anOffer, aSearch, aSent } from './searches.ts'

/** What each picture finds, by its content; further pages have nothing new. */
const FINDS: Record<string, string[]> = { main: ['1', '2'], b: ['2', '3'], c: ['3', '2'], d: ['4'], e: ['5'] }

interface PhotoRequest {
  picture: string
  mode: string
  page: number
}

/** A worker that is asked for several pictures. It answers at once or, while it is held, when a test says so. */
export class PhotoWorker {
  requests: PhotoRequest[] = []
  waiting: { request: PhotoRequest; answer(response: Response): void }[] = []
  provider: 'image-search' | 'crossborder' = 'image-search'
  isHeld = false

  respond({ picture, mode, page }: PhotoRequest): Response {
    return Response.json(
      anAnswer(FINDS[picture] ?? [], {
        provider: this.provider,
        mode: mode as Search['mode'],
        page,
        hasMore: picture === 'main' || picture === 'b',
      }),
    )
  }
}

/** Takes the place of `fetch`, until `vi.unstubAllGlobals`. */
export async function startPhotoWorker(): Promise<PhotoWorker> {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await proxyItem.setValue(PROXY)
  const worker = new PhotoWorker()
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url.startsWith('data:')) return fetch(url)
    const params = new URL(url).searchParams
    const picture = await new Response(init?.body ?? null).text()
    const request = { picture, mode: params.get('mode') ?? '', page: Number(params.get('page')) }
    init?.signal?.throwIfAborted()
    worker.requests.push(request)
    if (!worker.isHeld) return worker.respond(request)
    return new Promise<Response>((resolve, reject) => {
      worker.waiting.push({ request, answer: resolve })
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  })
  return worker
}

/** A search whose first photo has been searched, and the page's other pictures. */
export async function storeSearchWithGallery(
  rest: Partial<Search> = {},
  names = ['b', 'c', 'd', 'e', 'f'],
): Promise<void> {
  const offers = ['1', '2'].map((id) => anOffer(id))
  const lists = { same: aList(offers, { hasMore: true }) }
  const gallery = { state: 'done' as const, choices: names.map(candidate) }
  await searchItem.setValue(aSearch('a', 1, { lists, gallery, ...rest }))
  await sentItem.setValue(aSent('a', 'main'))
}

export function candidate(name: string): Candidate {
  const addresses = [`https://shop.example/${name}.jpg`]
  const source = { addresses, tabId: 1, windowId: 1, frameId: 0, incognito: false }
  return { source, kind: 'image', width: 800, height: 800 }
}

export function aPicture(name: string, rest: Partial<SentPicture> = {}): SentPicture {
  const { searchId: _, ...picture } = aSent('', name)
  return { ...picture, ...rest }
}

/** What reading a picture of `candidate` gives. */
export async function readCandidate(
  _: AbortSignal,
  { addresses }: { addresses: string[] },
): Promise<SentPicture> {
  return aPicture(addresses[0]?.replace(/.*\/|\.jpg/g, '') ?? '')
}
