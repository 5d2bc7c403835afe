import { imageSearchFailure, ok, type ServiceAnswer } from './answer.ts'
import { imageSearchItem, itemsInstead } from './items.ts'
import { findOffers, MAX_PICTURE_BYTES, pictureIn, wholeNumber } from './search.ts'
import type { ServiceCall } from './service.ts'
import { equal, imageSearchSign } from './signature.ts'

const CLOCK_TOLERANCE_MS = 15 * 60_000

/** The image-search API. It checks first who calls, then how often, then what. */
export async function imageSearch(call: ServiceCall): Promise<ServiceAnswer> {
  const { form } = call
  if (!form.app_key) return imageSearchFailure(400, 'gw.AppKeyMissing', 'app_key is missing')
  const app = call.appOf(form.app_key)
  if (!app) return imageSearchFailure(400, 'gw.AppKeyNotFound', 'unknown app_key')
  if (!form.sign) return imageSearchFailure(400, 'gw.SignatureMissing', 'sign is missing')
  if (!equal(form.sign, imageSearchSign(form, app.appSecret)))
    return imageSearchFailure(400, 'gw.SignatureInvalid', 'sign is wrong')
  const isOnTime = Math.abs(Date.now() - Number(form.timestamp)) <= CLOCK_TOLERANCE_MS
  if (!isOnTime) return imageSearchFailure(400, 'gw.TimestampInvalid', 'timestamp is missing or too far off')
  const refusal = call.refusal()
  if (refusal) return refusal
  return search(call)
}

async function search({ form, catalogue, pictures, fault, pictureAt }: ServiceCall): Promise<ServiceAnswer> {
  const page = wholeNumber(form.page, 1, 10_000)
  const pageSize = wholeNumber(form.pageSize, 1, 50)
  if (!page || !pageSize || !['1', '2'].includes(form.searchType ?? '') || !(form.imgBase64 || form.imgUrl))
    return imageSearchFailure(
      400,
      'gw.ParamMissing',
      'Required argument imgBase64, searchType, page or pageSize',
    )
  if ((form.imgBase64 ?? '').length > (MAX_PICTURE_BYTES * 4) / 3 + 4)
    return imageSearchFailure(413, '413', 'image too large')
  const picture = await pictureIn(form.imgBase64, form.imgUrl, pictureAt)
  if ('fault' in picture) return imageSearchFailure(400, 'isv.image-invalid', `bad image: ${picture.fault}`)
  const instead = itemsInstead(fault, 'imageUrl')
  if (instead) return ok(wrap(instead.total, instead.items))
  const found = await findOffers(catalogue, picture.bytes, form.searchType === '1' ? 'same' : 'similar')
  if (!found) return imageSearchFailure(400, 'isv.image-invalid', 'bad image: not decodable')
  const items = found.slice((page - 1) * pageSize, page * pageSize)
  return ok(
    wrap(
      found.length,
      items.map((offer) => imageSearchItem(offer, pictures)),
    ),
  )
}

function wrap(total: number, itemList: unknown) {
  return { alibaba_product_image_search_response: { result: { total, itemList } } }
}
