import type { OfferVariant } from '@find-on-1688/shared'
import { variantName } from '../model/variant-match.ts'
import { type Bilingual, type InquiryInput, inquiryQuestions, quantityText } from './inquiry-questions.ts'
import { oneLine } from './plain-text.ts'

/**
 * A first message for 1688's chat with a translation, so that users know what they send. Several offers of one supplier are
 * one message: what does not depend on the offer is asked once.
 */
export function supplierInquiry(inputs: InquiryInput[]): Bilingual {
  const [only, ...others] = inputs
  return only && others.length === 0 ? ofOne(only) : ofSeveral(inputs)
}

function ofOne(input: InquiryInput): Bilingual {
  const { ofOffer, ofSupplier } = inquiryQuestions(input)
  const quantity = quantityText(input.quantity, input.offer.unit)
  return inBoth(({ pick, offerLines }) => [
    pick({ zh: '您好，我想采购贵店的这款产品：', en: 'Hello, I would like to buy this product from you:' }),
    ...offerLines(input),
    pick({
      zh: `计划采购数量：${quantity.zh}。麻烦您帮忙确认以下几点：`,
      en: `Planned quantity: ${quantity.en}. Could you please confirm a few points:`,
    }),
    ...numbered([...ofOffer, ...ofSupplier].map(pick)),
    pick(THANKS),
  ])
}

function ofSeveral(inputs: InquiryInput[]): Bilingual {
  const all = inputs.map((input) => ({ input, ...inquiryQuestions(input) }))
  const shared = all[0]?.ofSupplier ?? []
  return inBoth(({ pick, offerLines, place }) => [
    pick({
      zh: `您好，我想采购贵店的以下${inputs.length}款产品，麻烦您帮忙确认：`,
      en: `Hello, I would like to buy these ${inputs.length} products from you. Could you please confirm a few points:`,
    }),
    ...all.flatMap(({ input, ofOffer }, index) => {
      const [title, ...more] = offerLines(input)
      const quantity = quantityText(input.quantity, input.offer.unit)
      return [
        '',
        `${place(index + 1)}${title}`,
        ...more,
        pick({ zh: `计划采购数量：${quantity.zh}`, en: `Planned quantity: ${quantity.en}` }),
        ...numbered(ofOffer.map(pick)),
      ]
    }),
    '',
    pick({ zh: '另外：', en: 'And for all of them:' }),
    ...numbered(shared.map(pick)),
    pick(THANKS),
  ])
}

const THANKS: Bilingual = {
  zh: '麻烦您了，期待您的回复，谢谢！',
  en: 'Thank you! I look forward to your reply.',
}

interface Writer {
  pick(text: Bilingual): string
  /** Title, address and variant. */
  offerLines(input: InquiryInput): string[]
  /** The heading's number of an offer. */
  place(number: number): string
}

/** The same lines in Chinese and in English. */
function inBoth(lines: (writer: Writer) => string[]): Bilingual {
  const in_ = (language: keyof Bilingual) =>
    lines({
      pick: (text) => text[language],
      offerLines: ({ offer, variants = [] }) => {
        const variant = variantNames(variants)
        return [
          oneLine(language === 'zh' ? offer.title : (offer.titleTranslated ?? offer.title)),
          offer.detailUrl,
          ...(variant ? [{ zh: `规格：${variant.zh}`, en: `Variant: ${variant.en}` }[language]] : []),
        ]
      },
      place: (number) => (language === 'zh' ? `【${number}】` : `(${number}) `),
    }).join('\n')
  return { zh: in_('zh'), en: in_('en') }
}

/** As the page calls them, and translated where 1688 does so; `undefined` if none is meant. */
function variantNames(variants: OfferVariant[]): Bilingual | undefined {
  const names = (isOriginal: boolean) => variants.map((each) => oneLine(variantName(each, isOriginal)))
  return variants.length > 0 ? { zh: names(true).join('；'), en: names(false).join('; ') } : undefined
}

function numbered(questions: string[]): string[] {
  return questions.map((question, index) => `${index + 1}. ${question}`)
}
