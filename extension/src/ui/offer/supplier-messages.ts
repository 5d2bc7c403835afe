import { supplierInquiry } from '../../export/inquiry.ts'
import type { Bilingual, InquiryInput } from '../../export/inquiry-questions.ts'
import { chatUrl } from '../../model/chat-link.ts'
import { groupBySeller } from '../../model/suppliers.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'

/** What is to be asked of one supplier, about all of its offers. */
export interface SupplierMessage {
  key: string
  /** `null` if it is not known. */
  name: string | null
  rows: PricedOffer[]
  /** `undefined` if the seller's login name is not known. */
  chat: string | undefined
}

/** One message for each supplier, in the order of the offers. Offers whose supplier is not known have one each. */
export function supplierMessages(rows: PricedOffer[]): SupplierMessage[] {
  const messages = new Map<string, SupplierMessage>()
  const sellers = groupBySeller(rows.map(({ offer }) => ({ offer })))
  const sellerOf = new Map(
    sellers.flatMap((seller) => seller.offers.map(({ offer }) => [offer.offerId, seller] as const)),
  )
  for (const row of rows) {
    const { offer } = row
    const seller = sellerOf.get(offer.offerId)
    const key = seller?.key ?? offer.offerId
    const message = messages.get(key) ?? { key, name: seller?.name ?? null, rows: [], chat: undefined }
    message.rows.push(row)
    message.chat ??= chatUrl(offer)
    messages.set(key, message)
  }
  return [...messages.values()]
}

/** In Chinese, with the translation for whoever sends it. */
export function messageText(rows: PricedOffer[]): Bilingual {
  return supplierInquiry(rows.map(inputOf))
}

function inputOf({ offer, variants, quantity, at }: PricedOffer): InquiryInput {
  return { offer, variants, quantity, ...at }
}
