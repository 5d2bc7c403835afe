import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import { oneLine } from './one-line.ts'
import { exportQuantity } from './quantity.ts'
import { questionsOf } from './questions.ts'

/** All that a supplier may learn. What I sell and for how much is not among it. */
export interface InquiryInput {
  offer: Offer | DetailedOffer
  quantity: number
  /** One piece at my quantity, in yuan, as 1688 shows it. */
  unitPrice: string | null
}

export interface InTwoLanguages {
  zh: string
  en: string
}

/** A first message to a supplier for 1688's chat, and what it means, so that nobody sends what they cannot read. */
export function inquiry(input: InquiryInput): InTwoLanguages {
  const { title, titleTranslated, detailUrl, unit } = input.offer
  const quantity = exportQuantity(input.quantity, unit)
  const questions = questionsOf(input)
  return {
    zh: [
      '您好，我想采购贵店的这款产品：',
      oneLine(title),
      detailUrl,
      `计划采购数量：${quantity.zh}。麻烦您帮忙确认以下几点：`,
      ...questions.map(({ zh }, index) => `${index + 1}. ${zh}`),
      '麻烦您了，期待您的回复，谢谢！',
    ].join('\n'),
    en: [
      'Hello, I would like to buy this product of yours:',
      oneLine(titleTranslated ?? title),
      detailUrl,
      `Planned quantity: ${quantity.en}. Could you please confirm the following:`,
      ...questions.map(({ en }, index) => `${index + 1}. ${en}`),
      'Thank you for your trouble, I look forward to your answer!',
    ].join('\n'),
  }
}
