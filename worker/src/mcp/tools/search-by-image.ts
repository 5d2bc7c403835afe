import { PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { invalidRequest } from '../../http/problems.ts'
import { validate } from '../../http/validate.ts'
import { offerLines } from '../offer-lines.ts'
import { type Answer, type Ask, withQuery } from '../own-routes.ts'
import { sentence, untrustedBlock } from '../untrusted-text.ts'
import { DEFAULT_PRIORITY, SearchByImageArguments } from './schemas.ts'

export async function searchByImage(
  ask: Ask,
  signal: AbortSignal,
  input: unknown,
): Promise<Answer<SearchAnswer>> {
  const { image, imageUrl, ...query } = validate(SearchByImageArguments, input)
  if ((image === undefined) === (imageUrl === undefined))
    throw invalidRequest('Give either image or imageUrl, not both and not neither.')
  const search = { priority: DEFAULT_PRIORITY, ...query }
  if (imageUrl !== undefined)
    return ask(signal, withQuery(PATHS.searchAddress, search), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ imageUrl }),
    })
  return ask(signal, withQuery(PATHS.search, search), {
    method: 'POST',
    // Which of the two it is, and whether it is one, the route sees by the bytes.
    headers: { 'Content-Type': 'image/jpeg' },
    body: pictureFrom(image ?? ''),
  })
}

function pictureFrom(image: string): Uint8Array<ArrayBuffer> {
  const base64 = image.replace(/^data:[\w/+.-]*;base64,/i, '')
  if (/^data:/i.test(base64))
    throw invalidRequest('A data: URL must be base64, as in data:image/jpeg;base64,…')
  try {
    return Uint8Array.fromBase64(base64)
  } catch {
    throw invalidRequest('The image is not base64. An address of a picture goes into imageUrl.')
  }
}

/** @param quota what is left of the day, as a sentence */
export function searchText(answer: SearchAnswer, quota: string): string {
  const { offers, total, page, hasMore, cached, notes, mode } = answer
  const more = hasMore ? `, more on page ${page + 1}, which costs another search` : ''
  return [
    offers.length === 0
      ? 'No offers found. That is an answer, not a failure: try mode similar, a tighter picture of the product or a region.'
      : `${offers.length} of ${total ?? 'an unknown number of'} offers (${mode}), page ${page}${more}.`,
    ...(cached ? ['From the cache: it cost no search.'] : []),
    quota,
    ...notes.map((note) => `Note: ${sentence(note)}`),
    ...(offers.length === 0 ? [] : [PRICES, untrustedBlock(offers.flatMap(offerLines))]),
  ].join('\n')
}

const PRICES =
  'Prices are in yuan (CNY) for one unit, without freight, duty and fees. Unknown means that 1688 does not say: it is never 0. Offers look like the picture; nobody has checked that they show the same product.'
