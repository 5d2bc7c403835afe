import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { zh } from '../../i18n/zh.ts'
import type { SupplierSignal } from '../../model/supplier-signals.ts'
import { sourcesFor, wholeReason } from './signal-text.ts'

const speak = (language: 'en' | 'zh') => {
  setTexts(language === 'en' ? en : zh)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(language)
}
afterEach(() => vi.restoreAllMocks())

const SIGNALS: SupplierSignal[] = [
  { toward: 'factory', kind: 'badge', badge: 'super_factory' },
  { toward: 'factory', kind: 'certified' },
  { toward: 'factory', kind: 'name', words: '箱包厂' },
  { toward: 'trader', kind: 'address', words: '国际商贸城' },
  { toward: 'trader', kind: 'range', categories: 3, offers: 5 },
  { toward: null, kind: 'photo', sellers: 1 },
  { toward: null, kind: 'photo', sellers: 2, factory: { key: 'k', name: '宏达箱包厂' } },
  { toward: null, kind: 'sentFrom', from: '浙江省义乌市', company: '广东 东莞市' },
]

test('every signal says what it rests on, with the meaning of Chinese words', () => {
  speak('en')
  expect(SIGNALS.map(wholeReason)).toEqual([
    '1688 gives it the badge Super factory.',
    '1688 lists it as a certified factory (认证工厂).',
    'Its name says 箱包厂 (works).',
    'Its address says 国际商贸城 (market).',
    'Its 5 offers here are in 3 of 1688’s top categories.',
    '1 other supplier shows the same photo. That doesn’t show who took it.',
    '2 other suppliers show the same photo. 1688 calls this one a factory: 宏达箱包厂',
    'Sends from Yiwu; the company is in Dongguan.',
  ])
})

describe('in Chinese', () => {
  test('badges and places have 1688’s own names', () => {
    speak('zh')
    expect(SIGNALS.map(wholeReason)).toMatchObject({
      0: '1688 标识：超级工厂。',
      2: '企业名称含“箱包厂”。',
      7: '发货地为浙江省义乌市，公司在广东 东莞市。',
    })
  })
})

test('where signals for a role come from is said once for each source', () => {
  speak('en')
  const twice: SupplierSignal[] = [
    ...SIGNALS,
    { toward: 'factory', kind: 'badge', badge: 'certified_factory' },
  ]
  expect(sourcesFor('factory', twice)).toEqual(['1688 badge', '1688 certification', 'Registered name'])
  expect(sourcesFor('trader', SIGNALS)).toEqual(['Company address', 'Product range'])
})
