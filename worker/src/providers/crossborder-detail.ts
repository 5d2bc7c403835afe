import type { DetailedOffer } from '@find-on-1688/shared'
import { prepareAop } from '../gateway/aop.ts'
import { badResponse, errorOfKind } from '../gateway/errors.ts'
import { asObject, type Json, type JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { CROSSBORDER_OFFER } from './apis.ts'
import { readCommon } from './crossborder-fields.ts'
import { commonParcel, readAttributes, readPrices } from './crossborder-variants.ts'
import { isNothing, readEnvelope } from './envelope.ts'
import { count, yuan } from './numbers.ts'
import { UNKNOWN_OFFER } from './offers.ts'
import { readParcel } from './parcels.ts'
import type { OfferProvider } from './provider.ts'
import { flag, id, objectsIn, pictureUrl, text } from './sanitize.ts'
import { shippingOf } from './services.ts'

const MOST_PICTURES = 100

export const crossborderDetail: OfferProvider = {
  read: (offerId, language, { gatewayUrl, call }) => {
    // A number, and with all its digits.
    const offerDetailParam = `{"offerId":${offerId},"country":${JSON.stringify(language)}}`
    return call(prepareAop(gatewayUrl, CROSSBORDER_OFFER, { offerDetailParam }), (response) =>
      readOffer(readProduct(response), offerId, gatewayUrl),
    )
  },
}

function readProduct(response: GatewayResponse): JsonObject {
  const product = readEnvelope(response, 'offer')
  if (isNothing(product)) throw errorOfKind('offer')
  return asObject(product) ?? fail()
}

function fail(): never {
  throw badResponse()
}

function readOffer(product: JsonObject, offerId: string, gatewayUrl: string): DetailedOffer {
  const common = readCommon(product, offerId)
  if ((id(product.offerId) ?? offerId) !== offerId) throw badResponse('another offer')
  const { variants, ...prices } = readPrices(product, gatewayUrl)
  const sale = asObject(product.productSaleInfo)
  const unit = asObject(sale?.unitInfo)
  const pictures = asObject(product.productImage)
  const images = [pictures?.images ?? []]
    .flat()
    .slice(0, MOST_PICTURES)
    .flatMap((url) => pictureUrl(url, gatewayUrl) ?? [])
  const certificates = objectsIn(product.certificateList).map(({ certificateName, certificateCode }) => ({
    name: text(certificateName),
    code: text(certificateCode),
  }))
  return {
    ...UNKNOWN_OFFER,
    ...common,
    offerId,
    title: text(product.subject) ?? common.titleTranslated ?? fail(),
    ...prices,
    dropshipPrice: yuan(asObject(sale?.fenxiaoSaleInfo ?? product.fenxiaoSaleInfo)?.onePiecePrice),
    unit: text(unit?.unit) ?? text(unit?.transUnit),
    imageUrl: images[0] ?? pictureUrl(pictures?.whiteImage, gatewayUrl),
    patented: common.patented ?? (certificates.some(({ name }) => /专利|patent/i.test(name ?? '')) || null),
    status: readStatus(product.status),
    images,
    attributes: readAttributes(product.productAttribute),
    variants,
    lotSize: count(product.batchNumber, 1),
    mixedOrder: readMixedOrder(product),
    sentFrom: text(shippingOf(product)?.sendGoodsAddressText),
    stock: count(sale?.amountOnSale),
    certificates: certificates.filter(({ name, code }) => name ?? code),
    shipping: readParcel(product, commonParcel(variants)),
  }
}

/** Every documented state but `published`. */
const UNAVAILABLE = /^((member |auto )?(expired|deleted)|modified|new|tbd|approved|auditing|untread)$/

function readStatus(value: Json | undefined): DetailedOffer['status'] {
  const status = text(value)?.toLowerCase().replaceAll('_', ' ') ?? ''
  if (status === 'published') return 'active'
  return UNAVAILABLE.test(status) ? 'unavailable' : null
}

function readMixedOrder({ sellerMixSetting, tagInfoList }: JsonObject): DetailedOffer['mixedOrder'] {
  const setting = asObject(sellerMixSetting)
  const inTags = objectsIn(tagInfoList).find(({ key }) => key === 'isSupportMix')?.value
  const inSetting = flag(setting?.generalHunpi ?? setting?.isGeneralHunpi)
  const allowed = (inSetting || flag(inTags)) ?? inSetting
  if (allowed === null) return null
  const terms = allowed ? setting : undefined
  return { allowed, minAmount: yuan(terms?.mixAmount), minQuantity: count(terms?.mixNumber, 1) }
}
