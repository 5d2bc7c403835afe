import ExcelJS from 'exceljs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BrowserName, Tab, View } from './browser/index.ts'
import { lookAtBothPhotos, lookWhoUsesThePhoto } from './reuse-stories.ts'
import { allowPhotos } from './scenes.ts'
import { firstOffer, offerCount, openStage, type Stage, settled } from './stage.ts'
import { chooseOtherSubject } from './subject-stories.ts'

const SHOWN = 'document.querySelectorAll(".offer[data-offer]").length'
const area = (name: 'local' | 'session') => `(globalThis.browser ?? chrome).storage.${name}`

/** What a seller does with results: at a quantity, among many, over days. */
export function tellResultsStories(name: BrowserName): void {
  describe(`in ${name}`, () => {
    let stage: Stage
    const opened: View[] = []
    const calls = () => stage.sandbox.gateway.arrivals.length

    beforeAll(async () => {
      stage = await openStage(name, { provider: 'crossborder' })
    }, 90_000)
    beforeEach(async () => {
      await stage.driver.background(`${area('local')}.remove(['habits', 'assumptions', 'openIn'])`)
      await stage.driver.background(`${area('session')}.remove(['compared', 'sale', 'productFigures'])`)
    })
    afterEach(async () => {
      stage.sandbox.gateway.clearFaults()
      for (const view of opened.splice(0).reverse()) if (!(await view.closed())) await view.close()
    })
    afterAll(() => stage?.close())

    async function search(story = 'main'): Promise<View> {
      const { tab, popup } = await stage.search(story)
      opened.push(tab, popup)
      await settled(popup)
      return popup
    }

    /** The results of a fresh search, in a tab: it takes keys and stays. */
    async function searchInTab(story = 'main'): Promise<Tab> {
      const popup = await search(story)
      await popup.close()
      const app = await stage.driver.extensionPage('app.html#results')
      opened.push(app)
      await app.waitFor(`${SHOWN} > 3`)
      return app
    }

    const press = (...keys: string[]) => stage.driver.press(...keys)
    const prices = (view: View) =>
      view.evaluate<number[]>(
        '[...document.querySelectorAll(".offer .price")].map((price) => Number(price.innerText.replace(/[^0-9.]/g, "")))',
      )
    const idAt = (view: View, index: number) =>
      view.evaluate<string>(`document.querySelectorAll(".offer[data-offer]")[${index}].dataset.offer`)

    test('price steps are asked for on demand, once, and then the quantity reprices', async () => {
      const popup = await search()
      const { catalogue } = stage.sandbox.gateway
      const ids = await popup.evaluate<string[]>(
        '[...document.querySelectorAll(".offer[data-offer]")].map(({ dataset }) => dataset.offer)',
      )
      const offers = catalogue.products.flatMap(({ id }) => catalogue.offersOf(id))
      const offer = offers.find(({ offerId, priceSteps }) => ids.includes(offerId) && priceSteps.length > 1)
      const row = `.offer[data-offer="${offer?.offerId}"]`
      const priceNow = `document.querySelector('${row} .price').innerText.replace('¥', '')`
      const before = calls()
      await popup.click(`${row} .steps`)
      await popup.waitFor(`/\\d steps/.test(document.querySelector('${row} .minimum').innerText)`)
      expect(calls()).toBe(before + 1)
      const [first, last] = [offer?.priceSteps[0], offer?.priceSteps.at(-1)]
      expect(await popup.evaluate(priceNow)).toBe(first?.price)
      await popup.fill('#quantity', String(last?.minQuantity))
      await popup.waitFor(`${priceNow} === '${last?.price}'`)
      await popup.fill('#quantity', String((last?.minQuantity ?? 0) - 1))
      await popup.waitFor(`${priceNow} === '${offer?.priceSteps.at(-2)?.price}'`)
      expect(calls()).toBe(before + 1)
    })

    test('a quantity below the minimum is marked, and is remembered', async () => {
      const popup = await search()
      await popup.fill('#quantity', '1')
      const low = await popup.evaluate<number>('document.querySelectorAll(".offer .low").length')
      expect(low).toBeGreaterThan(0)
      await popup.fill('#quantity', '1,000')
      await popup.waitFor('document.querySelectorAll(".offer .low").length === 0')
      await popup.close()
      const again = await stage.driver.openPopup()
      opened.push(again)
      await again.waitFor('document.querySelector("#quantity")?.value === "1000"')
    })

    test('what is no quantity is marked, changes nothing, and is put right', async () => {
      const popup = await search()
      await popup.fill('#quantity', '12')
      await popup.fill('#quantity', 'many')
      expect(await popup.evaluate('document.querySelector("#quantity").ariaInvalid')).toBe('true')
      await popup.evaluate('document.querySelector("#quantity").blur()')
      await popup.waitFor('document.querySelector("#quantity").value === "12"')
    })

    test('the order is by price, and what is loaded later comes in its place without moving the first row in sight', async () => {
      const app = await searchInTab()
      await app.evaluate(
        `(() => { const select = document.querySelector('.bar select'); select.value = 'price'; select.dispatchEvent(new Event('change', { bubbles: true })) })()`,
      )
      await app.waitFor('document.querySelector(".partly")')
      const loaded = await prices(app)
      expect(loaded).toEqual([...loaded].sort((a, b) => a - b))
      await app.evaluate('document.querySelector(".more").scrollIntoView()')
      const inSight = await app.evaluate<string>(
        `[...document.querySelectorAll('.offer')].find((row) => row.getBoundingClientRect().top >= document.querySelector('.body').getBoundingClientRect().top).dataset.offer`,
      )
      const top = `document.querySelector('[data-offer="${inSight}"]').getBoundingClientRect().top`
      const before = await app.evaluate<number>(top)
      await app.evaluate('document.querySelector(".more").click()')
      await app.waitFor(`${SHOWN} > ${loaded.length}`)
      const all = await prices(app)
      const shift = Math.abs((await app.evaluate<number>(top)) - before)
      expect(shift).toBeLessThanOrEqual(2)
      expect(all).toEqual([...all].sort((a, b) => a - b))
    })

    test('filters hide, say how many, and show all again', async () => {
      const popup = await search()
      const all = await offerCount(popup)
      await popup.click('.chips button[aria-pressed]')
      await popup.waitFor(`${SHOWN} < ${all}`)
      const left = await offerCount(popup)
      expect(await popup.text('.top .hidden')).toContain(`${all - left} `)
      await popup.click('.top .hidden button')
      await popup.waitFor(`${SHOWN} === ${all}`)
    })

    test('words narrow the list, by the key /', async () => {
      const app = await searchInTab()
      const all = await offerCount(app)
      await press('slash')
      await app.waitFor('document.activeElement.id === "words"')
      await app.fill('#words', 'green')
      await app.waitFor(`${SHOWN} < ${all} && ${SHOWN} > 0`)
      expect((await app.text('.offer .title')).toLowerCase()).toContain('green')
    })

    test('keys move, keep, compare, and undo takes back', async () => {
      const app = await searchInTab()
      const second = await idAt(app, 1)
      await press('j', 'j')
      await app.waitFor(`document.querySelector('.offer.current')?.dataset.offer === '${second}'`)
      await press('k', 'j', 's')
      await app.waitFor('document.querySelector(".toast")?.innerText.includes("shortlist")')
      await app.waitFor('/1/.test(document.querySelector("nav [data-part=shortlist]").innerText)')
      await app.click('.toast .undo')
      await app.waitFor('!/1/.test(document.querySelector("nav [data-part=shortlist]").innerText)')
      await press('x', 'j', 'x', 'c')
      await app.waitFor('document.querySelectorAll(".comparison thead th").length === 2')
      expect(await app.text('.comparison')).toContain('Minimum order')
      await press('question')
      await app.waitFor('document.querySelector("dialog[open]")')
    })

    test('the listing’s price makes a margin once the weight is known, and not before', async () => {
      const popup = await search()
      await popup.waitFor('/39\\.99/.test(document.querySelector("footer").innerText)')
      expect(await popup.text('footer')).toContain('no weight')
      await popup.click('footer .worth')
      await popup.waitFor('document.querySelector(".verdict")')
      expect(await popup.text('.verdict')).toContain('No verdict')
      await popup.fill('.assumptions .field:nth-child(2) input', '0.6')
      await popup.waitFor('!document.querySelector(".verdict.none")')
      expect(await popup.text('.verdict')).toMatch(/\d+–\d+ %/)
      expect(await popup.text('.lines')).toContain('$39.99')
      // A figure that is no number withholds the verdict again.
      await popup.evaluate(
        `(() => { const select = document.querySelector('.assumptions select'); select.value = 'own'; select.dispatchEvent(new Event('change', { bubbles: true })) })()`,
      )
      await popup.waitFor('document.querySelector(".verdict.none")')
    })

    test('nothing of the listing leaves the browser', async () => {
      await search()
      const sent = JSON.stringify(stage.sandbox.gateway.arrivals.at(-1))
      expect(sent).not.toMatch(/Trailmate|39\.99|B0TRAIL22/)
    })

    test('a note and a decision stay with an offer that was saved', async () => {
      const app = await searchInTab()
      await press('j', 's')
      await app.waitFor('document.querySelector("nav [data-part=shortlist] .count")')
      await app.click('nav [data-part="shortlist"]')
      await app.waitFor('document.querySelector(".note")')
      await app.fill('.note', 'ask for the lining')
      await app.evaluate(
        `(() => { const select = document.querySelector('.decide select'); select.value = 'sample'; select.dispatchEvent(new Event('change', { bubbles: true })) })()`,
      )
      await app.waitFor('document.querySelector(".toast")')
      await app.evaluate('document.querySelector(".note").blur()')
      await app.close()
      const again = await stage.driver.extensionPage('app.html#shortlist')
      opened.push(again)
      await again.waitFor('document.querySelector(".note")?.value === "ask for the lining"')
      expect(await again.evaluate('document.querySelector(".decide select").value')).toBe('sample')
      await again.click('.offer .keep')
      await again.waitFor('document.querySelector(".message")')
    })

    test('an earlier search opens again without a call, and erasing can be undone', async () => {
      const app = await searchInTab('webp')
      const first = await firstOffer(app)
      await searchInTab('main')
      const before = calls()
      await app.evaluate("void (location.hash = 'history')")
      await app.waitFor('document.querySelectorAll(".earlier").length >= 2')
      const kept = await app.evaluate<number>('document.querySelectorAll(".earlier").length')
      await app.evaluate('document.querySelectorAll(".earlier button.go")[1].click()')
      await app.waitFor(`document.querySelector('.offer[data-offer]')?.dataset.offer === '${first}'`)
      expect(calls()).toBe(before)
      await app.evaluate("void (location.hash = 'history')")
      await app.click('.erase')
      await app.waitFor('document.querySelector(".message")')
      await app.click('.toast .undo')
      await app.waitFor(`document.querySelectorAll(".earlier").length === ${kept}`)
    })

    test('the same search again says what has changed', async () => {
      const app = await searchInTab('webp')
      const id = await firstOffer(app)
      const product = stage.sandbox.shop.pictures.find(({ story }) => story === 'webp')?.product
      const offer = stage.sandbox.gateway.catalogue
        .offersOf(product?.id ?? '')
        .find((each) => String(each.offerId) === id)
      expect(offer).toBeDefined()
      const shown = (await prices(app))[0]
      if (!offer) return
      const before = offer.price
      offer.price = (Number(before) - 1).toFixed(2)
      try {
        await app.click('.part.menu')
        await app.click('#menu [data-item="again"]')
        await app.waitFor('document.querySelector(".difference")', 20_000)
        expect(await app.text('.difference')).toContain('1 cheaper')
        expect(await app.text('.offer .change')).toBe(`↓ ¥${shown?.toFixed(2)}`)
      } finally {
        offer.price = before
      }
    })

    test('a search goes on when its popup closes, and the badge tells when it is done', async () => {
      stage.sandbox.gateway.setFault('slow', { delayMs: 1500, times: 1 })
      const { tab, popup } = await stage.search('cors')
      opened.push(tab)
      await popup.waitFor('document.querySelector(".skeleton")')
      await popup.close()
      const badge = () =>
        stage.driver.background<string>('(globalThis.browser ?? chrome).action.getBadgeText({})')
      await expect.poll(badge, { timeout: 10_000 }).toMatch(/^\d+\+?$/)
      const again = await stage.driver.openPopup()
      opened.push(again)
      await settled(again)
      expect(stage.sandbox.shop.offerIds('cors')).toContain(await firstOffer(again))
      await expect.poll(badge).toBe('')
    })

    test('results open beside the page where that is wished', async () => {
      await stage.driver.background(`${area('local')}.set({ openIn: 'panel' })`)
      const tab = await stage.driver.open(stage.sandbox.shop.url)
      opened.push(tab)
      await tab.waitFor('document.readyState === "complete"')
      await tab.findOn1688('[data-story="cors"]')
      const panel = await stage.driver.panel()
      await settled(panel)
      expect(stage.sandbox.shop.offerIds('cors')).toContain(await firstOffer(panel))
      expect(await panel.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await panel.close()
    })

    test('results open in one tab where that is wished', async () => {
      await stage.driver.background(`${area('local')}.set({ openIn: 'tab' })`)
      const tab = await stage.driver.open(stage.sandbox.shop.url)
      opened.push(tab)
      await tab.waitFor('document.readyState === "complete"')
      await tab.findOn1688('[data-story="webp"]')
      const tabs = () =>
        stage.driver.background<number>(
          `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.filter(({ title }) => title === 'Find on 1688').length)`,
        )
      await expect.poll(tabs).toBe(1)
      await stage.driver.background(
        `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => (globalThis.browser ?? chrome).tabs.remove(tabs.filter(({ title }) => title === 'Find on 1688').map(({ id }) => id)))`,
      )
    })

    test('the picture under the pointer is searched by a key', async () => {
      const tab = await stage.driver.open(stage.sandbox.shop.url)
      opened.push(tab)
      await tab.waitFor('document.readyState === "complete"')
      await tab.click('[data-story="cors"]')
      await press('alt+shift+2')
      const popup = await stage.driver.popup()
      opened.push(popup)
      await settled(popup)
      expect(stage.sandbox.shop.offerIds('cors')).toContain(await firstOffer(popup))
    })

    test('another subject of the same picture is searched with one call and no upload', () =>
      chooseOtherSubject(stage, opened))

    test('photos are compared once their host is allowed, and the list did not wait for that', async () => {
      await allowPhotos(stage)
      const again = await stage.driver.openPopup()
      opened.push(again)
      await again.waitFor('/same photo/.test(document.querySelector("h1").innerText)', 20_000)
      expect(await again.text('.offer .same')).toBe('Same photo')
      await again.waitFor('document.querySelectorAll(".pic .same, .pic .unseen").length === 20')
    })

    test('a verdict is judged by eye, and who uses the photo is told', async () => {
      const app = await stage.driver.extensionPage('app.html#results')
      opened.push(app)
      await lookAtBothPhotos(stage, app)
      await lookWhoUsesThePhoto(stage, app)
      // Cleared for the other stories, which begin without it.
      await stage.driver.background(
        `(globalThis.browser ?? chrome).permissions.remove({ origins: ['http://127.0.0.1/*'] })`,
      )
    })

    // The last one: a browser that has downloaded something shows another button in its toolbar.
    test('the list is saved as a workbook that another reader opens', async () => {
      const app = await searchInTab()
      await app.evaluate(
        'void (window.saved = new Promise((resolve) => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { resolve(blob); return make.call(URL, blob) } }))',
      )
      await app.click('.part.menu')
      await app.click('#menu [data-item="xlsx"]')
      const base64 = await app.evaluate<string>(
        'window.saved.then(async (blob) => { let text = ""; for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte); return btoa(text) })',
      )
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(Buffer.from(base64, 'base64') as never)
      const sheet = workbook.worksheets[0]
      expect(sheet?.rowCount).toBe((await offerCount(app)) + 1)
      const ids = sheet?.getColumn(1).values.slice(2).map(String)
      expect(ids).toContain(await firstOffer(app))
    })
  })
}
