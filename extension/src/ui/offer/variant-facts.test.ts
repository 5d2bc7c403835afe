import type { OfferVariant } from '@find-on-1688/shared'
import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { matchedVariants } from '../../model/variant-match.ts'
import { priceAt } from '../../pricing/price-at.ts'
import { detailedWith, tiers } from '../../testing/offers.ts'
import { pricedVariant } from './variant-facts.tsx'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const variant = (id: string, colour: string, size: string, price = '10'): OfferVariant => ({
  ...{ id, price, promotionPrice: null, stock: null, imageUrl: null, weightKg: null },
  attributes: [
    { name: '颜色', value: colour, valueTranslated: `${colour}!` },
    { name: '尺码', value: size },
    { name: '包装', value: 'box' },
  ],
})

const VARIANTS = [
  variant('1', 'lid', 'one', '1.20'),
  variant('2', 'red', 'S'),
  variant('3', 'red', 'M', '12'),
  variant('4', 'blue', 'L', '14'),
]

function labelOf(keys: string[], more: object = {}, by: 'photo' | 'hand' = 'photo') {
  const offer = { ...detailedWith([]), variants: VARIANTS, match: { keys, by }, ...more }
  return pricedVariant({ at: priceAt(offer, 5), offer, variants: matchedVariants(offer) })
}

test('the price says of which variant it is, and who says so', () => {
  expect(labelOf(['2'])).toEqual({
    label: 'red!, S, box',
    tooltip: en.pricedVariantTooltip('red!, S, box', 1, false),
  })
  expect(labelOf(['2'], {}, 'hand')?.tooltip).toBe(en.pricedVariantTooltip('red!, S, box', 1, true))
})

test('of several it says what only they have in common, or how many they are', () => {
  expect(labelOf(['2', '3'])).toEqual({
    label: 'red!',
    tooltip: en.pricedVariantTooltip('red!, S, box; red!, M, box', 2, false),
  })
  expect(labelOf(['3', '4'])?.label).toBe(en.variantCount(2))
})

test('it says nothing if none is known to be it, if all are, or if tiers hold for all', () => {
  expect(labelOf([])).toBeUndefined()
  expect(labelOf(['1', '2', '3', '4'])).toBeUndefined()
  expect(labelOf(['2'], { priceTiers: tiers([1, '9'], [100, '8']) })).toBeUndefined()
})
