import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import {
  bytesOf,
  chooseInMenu,
  failureCode,
  firstOffer,
  OFFER,
  OFFER_COUNT,
  offerCount,
  searchState,
  sentPicture,
  settled,
} from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage()

const PICTURES = [
  ['main', 'Screenshot'],
  ['no-cors', 'Screenshot'],
  ['cors', 'Original 1000×1000'],
  ['webp', 'Original 700×700'],
  ['data', 'Original 420×420'],
] as const
test.each(PICTURES)('a click on the picture “%s” finds its product first', async (story, origin) => {
  const popup = await stage.results(story)
  expect(stage.sandbox.shop.offerIds(story)).toContain(await firstOffer(popup))
  expect(await popup.text('.subtitle')).toContain(origin)
  expect(await popup.text('h1')).toMatch(/^\d+ offers?$/)
  expect(await popup.text('.offer .price')).toMatch(/¥\d+\.\d\d/)
})

test('a small picture is searched, and a note says that it is small', async () => {
  const popup = await stage.results('small')
  expect(stage.sandbox.shop.offerIds('small')).toContain(await firstOffer(popup))
  expect(await popup.text('.notes')).toContain('200×200')
})

test('a picture that nobody sells finds nothing, and the popup suggests a next step', async () => {
  const popup = await stage.results('unknown')
  expect(await offerCount(popup)).toBe(0)
  expect(await popup.text('h1')).toBe(en.noOffers)
  expect(await popup.text('.message')).toContain(en.suggestions.similar)
})

test('“similar” finds more offers, and switching back makes no call', async () => {
  const popup = await stage.results('webp')
  const same = await offerCount(popup)
  await popup.click('[data-mode="similar"]')
  await popup.waitFor(`${OFFER_COUNT} > ${same}`)
  const before = stage.calls()
  await popup.click('[data-mode="same"]')
  await popup.waitFor(`${OFFER_COUNT} === ${same}`)
  expect(stage.calls()).toBe(before)
})

test('“more” adds a page and keeps what is there', async () => {
  const popup = await stage.results()
  await popup.click('[data-mode="similar"]')
  await popup.waitFor(`${OFFER_COUNT} === 20`)
  const first = await firstOffer(popup)
  await popup.evaluate('document.querySelector(".load-more").scrollIntoView()')
  await popup.click('.load-more')
  await popup.waitFor(`${OFFER_COUNT} > 20`)
  expect(await firstOffer(popup)).toBe(first)
})

test('closing and reopening the popup loses nothing and costs no call', async () => {
  const popup = await stage.results()
  const [first, before] = [await firstOffer(popup), stage.calls()]
  await popup.close()
  const again = await stage.driver.openPopup()
  await settled(again)
  expect(await firstOffer(again)).toBe(first)
  expect(stage.calls()).toBe(before)
})

test('a platform that is down is named, and trying again works once it is back', async () => {
  stage.sandbox.gateway.setFault('reset')
  const popup = await stage.results()
  expect(await failureCode(popup)).toBe('upstream_unavailable')
  expect(await popup.text('h1')).toBe(en.failures.upstream_unavailable.title)
  stage.sandbox.gateway.clearFaults()
  await popup.click('.retry')
  await popup.waitFor(`document.querySelector('${OFFER}')`)
  expect(stage.sandbox.shop.offerIds('main')).toContain(await firstOffer(popup))
})

test('when the browser stops the background, the search neither hangs nor repeats itself', async () => {
  stage.sandbox.gateway.setFault('slow', { delayMs: 7500, times: 1 })
  const before = stage.calls()
  const { popup } = await stage.search('webp')
  await popup.waitFor('document.querySelector("h1").textContent.startsWith("Searching")')
  await expect.poll(stage.calls).toBe(before + 1)
  await stage.driver.stopBackground()
  await popup.waitFor('document.querySelector(".message")')
  expect(await failureCode(popup)).toBe('interrupted')
  expect(stage.calls()).toBe(before + 1)
  stage.sandbox.gateway.clearFaults()
  await popup.click('.retry')
  await popup.waitFor(`document.querySelector('${OFFER}')`)
})

test('a page that no extension may enter is named', async () => {
  // Its own pages, too, an extension may enter in some versions of Firefox.
  await stage.driver.open(stage.driver.name === 'firefox' ? 'about:license' : 'chrome://version')
  const popup = await stage.driver.openPopup()
  await chooseInMenu(popup, 'pick')
  await expect.poll(async () => (await searchState(stage))?.readFailure?.code).toBe('page_closed')
})

test('“what was sent” shows exactly the bytes that were sent', async () => {
  const popup = await stage.results('webp')
  await popup.click('.subtitle .link')
  const sent = await sentPicture(stage)
  expect(await popup.text('.sent-picture')).toContain('700×700 pixels')
  expect(await popup.text('.sent-picture')).toContain(en.sentReduced)
  const shown = await popup.evaluate<string>('document.querySelector(".sent-picture a[download]").href')
  expect(shown).toBe(sent?.dataUrl)
  expect(stage.sandbox.gateway.arrivals.at(-1)?.pictureSha256).toBe(
    createHash('sha256').update(bytesOf(shown)).digest('hex'),
  )
})
