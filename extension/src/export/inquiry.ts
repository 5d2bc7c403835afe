import { type Bilingual, type InquiryInput, inquiryQuestions, quantityText } from './inquiry-questions.ts'
import { oneLine } from './plain-text.ts'

/** A first message for 1688's chat with a translation, so that users know what they send. */
export function supplierInquiry(input: InquiryInput): Bilingual {
  const { title, titleTranslated, detailUrl, unit } = input.offer
  const quantity = quantityText(input.quantity, unit)
  const questions = inquiryQuestions(input)
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
