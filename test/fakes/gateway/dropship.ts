import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import { dropshipItem, hostileItems } from './items.ts'
import { pictureOf, pictureOfAddress } from './picture.ts'
import { findOffers } from './search.ts'
import type { ServiceCall } from './service.ts'

const MAX_BYTES = 3 * 1024 * 1024
const MAX_OFFERS = 10

/** One flat call: no pages, ten offers at the most. */
export async function dropship({
  form,
  catalogue,
  pictures,
  fault,
  pictureAt,
}: ServiceCall): Promise<ServiceAnswer> {
  if (!form.imgBase64 && !form.imgUrl) return aopFailure('gw.ParamMissing', 'Required argument imgBase64')
  const picture = form.imgBase64
    ? pictureOf(form.imgBase64)
    : await pictureOfAddress(pictureAt(form.imgUrl ?? ''))
  if ('fault' in picture || picture.bytes.length > MAX_BYTES) return imageError()
  if (fault === 'hostile-offers') return answer(hostileItems('image'))
  if (fault === 'data-null') return answer(null)
  if (fault === 'data-missing') return answer(undefined)
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
