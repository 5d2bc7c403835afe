import { expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { chooseInMenu, nextRow } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })

/** How many offers of the list are of the current row's seller, as the search has them. */
const OF_SELLER = `(async () => {
  const { search } = await (globalThis.browser ?? chrome).storage.session.get('search')
  const offers = search.lists[search.mode].offers
  const current = document.querySelector('.offer.current').dataset.offer
  const { name } = offers.find(({ offerId }) => offerId === current).supplier
  return { name, offers: offers.filter(({ supplier }) => supplier.name === name).map(({ offerId }) => offerId) }
})()`

test('a key shows who sells an offer, with all of its offers, and Back leads back', async () => {
  const app = await stage.resultsInTab()
  const before = stage.calls()
  await nextRow(stage, app)
  const { name, offers } = await app.evaluate<{ name: string; offers: string[] }>(OF_SELLER)
  await stage.driver.press('u')
  await app.waitFor('document.querySelector(".supplier-page h1")')
  expect(await app.text('.supplier-page h1')).toBe(name)
  expect(
    await app.evaluate('[...document.querySelectorAll("[data-offer]")].map(({ dataset }) => dataset.offer)'),
  ).toEqual(offers)
  // Whatever speaks for a factory or a trader says why, and where that is known from.
  const signals = await app.evaluate<string[][]>(
    '[...document.querySelectorAll(".signal")].map(({ children }) => [...children].map((part) => part.textContent.trim()))',
  )
  const isUnknown = await app.evaluate<boolean>('document.querySelector(".signals-unknown") !== null')
  expect(isUnknown || signals.length > 0).toBe(true)
  for (const [toward, reason, source] of signals) {
    expect(Object.values(en.speaksFor)).toContain(toward)
    expect(reason).toMatch(/.{10}/)
    expect(Object.values(en.signalSources)).toContain(source)
  }
  await app.click('.supplier-page .back')
  await app.waitFor('document.querySelector(".offer-table, .offers") && location.hash === "#results"')
  expect(stage.calls()).toBe(before)
})

test('the offers of a search are listed by seller, and a name leads to its page', async () => {
  const app = await stage.resultsInTab()
  const names = await app.evaluate<number>(`(async () => {
    const { search } = await (globalThis.browser ?? chrome).storage.session.get('search')
    return new Set(search.lists[search.mode].offers.flatMap(({ supplier }) => supplier.name ?? [])).size
  })()`)
  await chooseInMenu(app, 'suppliers')
  await app.waitFor('document.querySelector(".supplier-list .seller")')
  expect(await app.evaluate('document.querySelectorAll(".seller").length')).toBe(names)
  await app.click('.view-header .export')
  await app.click('[data-item="xlsx"]')
  await app.waitFor('document.querySelector(".toast")')
  expect(await app.text('.toast')).toMatch(/\.xlsx/)
  const first = await app.text('.seller-link')
  await app.click('.seller-link')
  await app.waitFor('document.querySelector(".supplier-page")')
  expect(await app.text('.supplier-page h1')).toBe(first)
  // So it does from an offer's page, which any of its offers leads to.
  await app.click('.seller-offers .details-link')
  await app.waitFor('document.querySelector(".offer-page .supplier-name")')
  await app.click('.offer-page .supplier-name')
  await app.waitFor('document.querySelector(".supplier-page")')
  expect(await app.text('.supplier-page h1')).toBe(first)
})

test('a supplier of a saved offer covers its product', async () => {
  const app = await stage.resultsInTab()
  await nextRow(stage, app)
  const { name } = await app.evaluate<{ name: string }>(OF_SELLER)
  await stage.driver.press('s')
  await app.waitFor('document.querySelector("nav [data-route=shortlist] .count")')
  await app.evaluate("void (location.hash = 'shortlist')")
  await app.waitFor('document.querySelector(".suppliers-link")')
  await app.click('.suppliers-link')
  await app.waitFor('document.querySelector(".supplier-list .seller")')
  await app.click('.segmented button:nth-child(2)')
  await app.waitFor('document.querySelectorAll(".seller").length === 1')
  expect(await app.text('.seller-link')).toBe(name)
  await app.click('.seller-link')
  await app.waitFor('document.querySelector(".covered-products li")')
  expect(await app.text('.supplier-page')).toContain(en.coversProducts(1, 1))
})

test('in a narrow panel nothing of the list and of a supplier is cut', async () => {
  await (await stage.results()).close()
  const page = await stage.driver.extensionPage('sidepanel.html')
  const cut = `(() => {
    const { contentDocument: view } = document.querySelector('iframe')
    const body = view.querySelector('.body')
    const parts = [...body.querySelectorAll('h1, h2, p, li, dt, dd, span, button')]
    const width = body.clientWidth
    return [
      ...(body.scrollWidth > width ? ['the view is wider than the panel'] : []),
      ...parts.filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > width + 1).map((part) => part.textContent),
    ]
  })()`
  for (const width of [320, 420])
    for (const shown of ['.supplier-list .seller', '.supplier-page h1']) {
      if (shown.startsWith('.supplier-list'))
        await page.evaluate(`void document.body.replaceChildren(Object.assign(document.createElement('iframe'), {
          src: location.pathname + '#supplier', width: ${width}, height: 700, style: 'border: 0' }))`)
      else
        await page.evaluate(
          `document.querySelector('iframe').contentDocument.querySelector('.seller-link').click()`,
        )
      await page.waitFor(`document.querySelector('iframe').contentDocument.querySelector('${shown}')`)
      expect(await page.evaluate(cut), `${shown} in ${width} px`).toEqual([])
    }
})
