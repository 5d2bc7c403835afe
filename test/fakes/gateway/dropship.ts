import { createHash } from 'node:crypto'
import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import { passes, titled, within } from './filters.ts'
import { dropshipItem, itemsInstead } from './items.ts'
import { serviceFailure } from './platform-failures.ts'
import { findOffers, pictureIn } from './search.ts'
import type { ServiceCall } from './service.ts'

const MAX_BYTES = 3 * 1024 * 1024
const MAX_OFFERS = 10

/** A single call without pages, for at most ten offers. */
export async function dropship({
  form,
  catalogue,
  pictures,
  fault,
  pictureAt,
}: ServiceCall): Promise<ServiceAnswer> {
  if (!form.imgBase64 && !form.imgUrl) return aopFailure('gw.ParamMissing', 'Required argument imgBase64')
  const picture = await pictureIn(form.imgBase64, form.imgUrl, pictureAt)
  if ('fault' in picture || picture.bytes.length > MAX_BYTES) return imageError()
  const instead = itemsInstead(fault, 'image')
  if (instead) return answer(instead.items)
  const names = filterOf(form.filter)
  if (!names) return serviceFailure('dropship', '400', 'filter must be a JSON array')
  const similar = await findOffers(catalogue, picture.bytes, 'similar')
  if (!similar) return imageError()
  const tests = [within(form.priceStart, form.priceEnd), titled(form.imageKeywords), passes(names)]
  const found = similar.filter((offer) => tests.every((test) => test(offer))).slice(0, MAX_OFFERS)
  if (found.length > 0) return answer(found.map((offer) => dropshipItem(offer, pictures)))
  const nothing = [[], null, undefined, '']
  return answer(nothing[(createHash('sha256').update(picture.bytes).digest()[0] ?? 0) % nothing.length])
}

/** Unlike the cross-border search it takes a JSON array. */
function filterOf(text = '[]'): string[] | undefined {
  try {
    const names: unknown = JSON.parse(text)
    return Array.isArray(names) ? names.map(String) : undefined
  } catch {
    return undefined
  }
}

function imageError(): ServiceAnswer {
  return serviceFailure('dropship', 'IMAGE_ERROR', 'handle image error')
}

function answer(imageSearchResult: unknown): ServiceAnswer {
  const imageSearchUrl = 'https://s.1688.com/youyuan/index.htm'
  return ok({ success: true, code: '200', message: null, imageSearchUrl, imageSearchResult })
}
