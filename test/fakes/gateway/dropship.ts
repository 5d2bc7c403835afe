import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import { dropshipItem, itemsInstead } from './items.ts'
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
  const found = await findOffers(catalogue, picture.bytes, 'similar')
  if (!found) return imageError()
  return answer(found.slice(0, MAX_OFFERS).map((offer) => dropshipItem(offer, pictures)))
}

function imageError(): ServiceAnswer {
  return ok({ success: false, code: 'IMAGE_ERROR', message: 'handle image error', imageSearchResult: null })
}

function answer(imageSearchResult: unknown): ServiceAnswer {
  const imageSearchUrl = 'https://s.1688.com/youyuan/index.htm'
  return ok({ success: true, code: '200', message: null, imageSearchUrl, imageSearchResult })
}
