import { expect, test } from 'vitest'
import { firstOffer, offerIds } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

// The quick check runs this story and no other.

const stage = useStage({ provider: 'crossborder' })

test('a right click on a picture finds its offers, and a price follows the quantity', async () => {
  const popup = await stage.results()
  expect(stage.sandbox.shop.offerIds('main')).toContain(await firstOffer(popup))
  expect(await popup.text('h1')).toMatch(/^\d+ offers?( |$)/)
  expect(await popup.text('.offer .price')).toMatch(/¥\d+\.\d\d/)

  const { catalogue } = stage.sandbox.gateway
  const ids = await offerIds(popup)
  const offers = catalogue.products.flatMap(({ id }) => catalogue.offersOf(id))
  const offer = offers.find(({ offerId, priceTiers }) => ids.includes(offerId) && priceTiers.length > 1)
  const row = `.offer[data-offer="${offer?.offerId}"]`
  const price = `document.querySelector('${row} .price').innerText.replace('¥', '')`
  const before = stage.calls()
  await popup.click(`${row} .price-tiers`)
  await popup.waitFor(`/\\d tiers/.test(document.querySelector('${row} .min-order').innerText)`)
  expect(stage.calls()).toBe(before + 1)
  const [first, last] = [offer?.priceTiers[0], offer?.priceTiers.at(-1)]
  expect(await popup.evaluate(price)).toBe(first?.price)
  await popup.fill('#quantity', String(last?.minQuantity))
  await popup.waitFor(`${price} === '${last?.price}'`)
  await popup.fill('#quantity', String((last?.minQuantity ?? 0) - 1))
  await popup.waitFor(`${price} === '${offer?.priceTiers.at(-2)?.price}'`)
  expect(stage.calls()).toBe(before + 1)
})
