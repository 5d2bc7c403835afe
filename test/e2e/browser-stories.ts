import { connectionCode } from '@find-on-1688/shared'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserName, Tab, View } from './browser/index.ts'
import { failureCode, firstOffer, offerCount, openStage, type Stage, settled } from './stage.ts'
import { searchCutPart } from './subject-stories.ts'

/** What a person does, in a real browser with its real context menu and popup. */
export function tellStories(name: BrowserName): void {
  describe(`in ${name}`, () => {
    let stage: Stage
    const opened: (Tab | View)[] = []

    beforeAll(async () => {
      stage = await openStage(name)
    }, 90_000)
    afterEach(async () => {
      stage.sandbox.gateway.clearFaults()
      for (const view of opened.splice(0).reverse()) if (!(await view.closed())) await view.close()
    })
    afterAll(() => stage?.close())

    async function search(story: string): Promise<View> {
      const { tab, popup } = await stage.search(story)
      opened.push(tab, popup)
      return popup
    }
    const calls = () => stage.sandbox.gateway.arrivals.length

    const PICTURES = [
      ['main', 'Screen capture'],
      ['no-cors', 'Screen capture'],
      ['cors', 'Original 1000×1000'],
      ['webp', 'Original 700×700'],
      ['data', 'Original 420×420'],
    ] as const
    test.each(PICTURES)('a click on the picture “%s” finds its product first', async (story, origin) => {
      const popup = await search(story)
      await settled(popup)
      expect(stage.sandbox.shop.offerIds(story)).toContain(await firstOffer(popup))
      expect(await popup.text('.sub')).toContain(origin)
      expect(await popup.text('h1')).toMatch(/^\d+ offers?$/)
      expect(await popup.text('.offer .price')).toMatch(/¥\d+\.\d\d/)
    })

    test('a small picture is searched, and a note says that it is small', async () => {
      const popup = await search('small')
      await settled(popup)
      expect(stage.sandbox.shop.offerIds('small')).toContain(await firstOffer(popup))
      expect(await popup.text('.notes')).toContain('200×200')
    })

    test('an unknown picture brings no nonsense but the next best step', async () => {
      const popup = await search('unknown')
      await settled(popup)
      expect(await offerCount(popup)).toBe(0)
      expect(await popup.text('h1')).toBe('No offers found')
      expect(await popup.text('.message')).toContain('Search similar ones')
    })

    test('the switch to similar ones brings more, and back again costs no call', async () => {
      const popup = await search('webp')
      await settled(popup)
      const same = await offerCount(popup)
      await popup.click('[data-mode="similar"]')
      await popup.waitFor(`document.querySelectorAll(".offer[data-offer]").length > ${same}`)
      const before = calls()
      await popup.click('[data-mode="same"]')
      await popup.waitFor(`document.querySelectorAll(".offer[data-offer]").length === ${same}`)
      expect(calls()).toBe(before)
    })

    test('load more adds a page and keeps what is there', async () => {
      const popup = await search('main')
      await settled(popup)
      await popup.click('[data-mode="similar"]')
      await popup.waitFor('document.querySelectorAll(".offer[data-offer]").length === 20')
      const first = await firstOffer(popup)
      await popup.evaluate('document.querySelector(".more").scrollIntoView()')
      await popup.click('.more')
      await popup.waitFor('document.querySelectorAll(".offer[data-offer]").length > 20')
      expect(await firstOffer(popup)).toBe(first)
    })

    test('a part of the picture is cut from its original and searched', () => searchCutPart(stage, opened))

    test('closing and opening the popup again loses nothing and costs no call', async () => {
      const popup = await search('main')
      await settled(popup)
      const [first, before] = [await firstOffer(popup), calls()]
      await popup.close()
      const again = await stage.driver.openPopup()
      opened.push(again)
      await settled(again)
      expect(await firstOffer(again)).toBe(first)
      expect(calls()).toBe(before)
    })

    test('a platform that is down is named, and trying again works once it is back', async () => {
      stage.sandbox.gateway.setFault('reset')
      const popup = await search('main')
      await settled(popup)
      expect(await failureCode(popup)).toBe('upstream_unavailable')
      expect(await popup.text('.message h2')).toBe('1688 is not available right now.')
      stage.sandbox.gateway.clearFaults()
      await popup.click('.retry')
      await popup.waitFor('document.querySelector(".offer[data-offer]")')
      expect(stage.sandbox.shop.offerIds('main')).toContain(await firstOffer(popup))
    })

    test('a background that the browser ends neither hangs nor repeats the search', async () => {
      stage.sandbox.gateway.setFault('slow', { delayMs: 4000, times: 1 })
      const before = calls()
      const popup = await search('webp')
      await popup.waitFor('document.querySelector("h1").textContent.startsWith("Searching")')
      await expect.poll(calls, { timeout: 5000 }).toBe(before + 1)
      await stage.driver.stopBackground()
      await popup.waitFor('document.querySelector(".message")', 10_000)
      expect(await failureCode(popup)).toBe('interrupted')
      expect(calls()).toBe(before + 1)
      await popup.click('.retry')
      await popup.waitFor('document.querySelector(".offer[data-offer]")', 15_000)
    })

    test('a connection code pasted into the options sets both fields, and says whether they work', async () => {
      const { workerUrl, clientKey } = stage.sandbox
      const options = await stage.openOptions()
      opened.push(options)
      await options.fill('#address', connectionCode({ address: workerUrl, key: clientKey }))
      await options.waitFor('document.querySelector(".outcome.good, .outcome.bad")')
      expect(await options.text('.outcome')).toContain('It works')
      expect(await options.evaluate('document.querySelector("#address").value')).toBe(workerUrl)
      expect(await options.evaluate('document.querySelector("#key").value')).toBe(clientKey)
    })

    test('the options say what is wrong with an address or a key, and a search says it too', async () => {
      opened.push(await stage.setProxy({ address: 'http://127.0.0.1:9' }))
      expect(await opened.at(-1)?.text('.outcome')).toContain('The proxy cannot be reached')
      opened.push(await stage.setProxy({ address: 'not an address' }))
      expect(await opened.at(-1)?.text('.outcome')).toContain('This is no web address')
      opened.push(await stage.setProxy({ address: stage.sandbox.shop.url }))
      expect(await opened.at(-1)?.text('.outcome')).toContain('something answers that is not the proxy')
      const options = await stage.setProxy({ clientKey: `f1688_0123456789abcdef_${'x'.repeat(43)}` })
      opened.push(options)
      expect(await options.text('.outcome')).toContain('does not accept your client key')

      const before = calls()
      const popup = await search('main')
      await settled(popup)
      expect(await failureCode(popup)).toBe('unauthorized')
      expect(calls()).toBe(before)

      opened.push(await stage.setProxy({}))
      expect(await opened.at(-1)?.text('.outcome')).toContain('It works')
    })
  })
}
