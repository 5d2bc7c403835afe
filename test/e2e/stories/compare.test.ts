import { expect, test } from 'vitest'
import type { View } from '../browser/driver.ts'
import { stored } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })

const show = (app: View, route: string) => app.evaluate(`void (location.hash = '${route}')`)
const comparedIds = (app: View) =>
  app.evaluate<string[]>(
    '[...document.querySelectorAll(".comparison [data-compared]")].map(({ dataset }) => dataset.compared)',
  )

async function press(app: View, row: number, action: 'save' | 'compare'): Promise<string> {
  const button = `document.querySelectorAll('.offer[data-offer]')[${row}].querySelector('.${action}')`
  await app.evaluate(`${button}.click()`)
  await app.waitFor(`${button}.ariaPressed === 'true'`)
  return app.evaluate<string>(`${button}.closest('.offer').dataset.offer`)
}

test('saved offers are compared by mouse, for the product that they were found for', async () => {
  const app = await stage.resultsInTab('webp')
  const saved = [await press(app, 0, 'save'), await press(app, 1, 'save')]
  await expect.poll(() => stored(app, 'shortlist')).toHaveLength(2)
  expect((await stored(app, 'shortlist')) as object[]).toMatchObject([{ searchId: expect.any(String) }, {}])
  await show(app, 'shortlist')
  await app.waitFor('document.querySelectorAll(".shortlist .compare").length === 2')
  for (const row of [0, 1]) await press(app, row, 'compare')
  await app.waitFor('document.querySelector(".view-header .compare-link")?.innerText.includes("2")')
  await app.click('.view-header .compare-link')
  await app.waitFor('document.querySelectorAll(".comparison [data-compared]").length === 2')
  expect((await comparedIds(app)).sort()).toEqual(saved.sort())
  const width = (nth: number) =>
    app.evaluate<number>(
      `document.querySelectorAll('.comparison .large-photo')[${nth}].getBoundingClientRect().width`,
    )
  expect(await width(0), 'the searched picture is as large as the offers’').toBe(await width(1))
  await app.waitFor('document.querySelector(".compared-product")')
  const name = await app.text('.compared-product')

  await app.close()
  const other = await stage.resultsInTab('main')
  const added = await press(other, 2, 'compare')
  await other.click('.toast .other')
  await show(other, 'compare')
  await other.waitFor('document.querySelectorAll(".comparison [data-compared]").length === 3')
  expect(await comparedIds(other)).toContain(added)
  expect(await other.text('.compared-product'), 'it still says for which product').toBe(name)
})

test('an offer of another product begins a comparison of its own, and undo brings back the one before', async () => {
  const app = await stage.resultsInTab('webp')
  await stage.driver.background(
    '(globalThis.browser ?? chrome).storage.session.remove(["compared", "comparedProduct"])',
  )
  const before = [await press(app, 0, 'compare'), await press(app, 1, 'compare')]
  await app.close()
  const other = await stage.resultsInTab('main')
  const added = await press(other, 3, 'compare')
  await show(other, 'compare')
  await other.waitFor('document.querySelector(".comparison [data-compared]")')
  expect(await comparedIds(other)).toEqual([added])
  await other.click('.toast .undo')
  await other.waitFor('document.querySelectorAll(".comparison [data-compared]").length === 2')
  expect(await comparedIds(other)).toEqual(before)
  await other.waitFor('document.querySelector(".of-other-product .open-search")')
  expect(await other.evaluate('document.querySelector("[data-criterion=margin]")')).toBeNull()
  const calls = stage.calls()
  await other.click('.of-other-product .open-search')
  await other.waitFor(`document.querySelector('.offer[data-offer="${before[0]}"]')`)
  expect(stage.calls()).toBe(calls)
})

test('hidden criteria stay hidden', async () => {
  const app = await stage.resultsInTab('webp')
  await press(app, 4, 'compare')
  await show(app, 'compare')
  await app.waitFor('document.querySelector("[data-criterion=patented]")')
  await app.click('.view-header .criteria')
  await app.click('.criteria-menu [name=patented]')
  await app.waitFor('!document.querySelector("[data-criterion=patented]")')
  await app.close()
  const again = await stage.openApp('compare')
  await again.waitFor('document.querySelector("[data-criterion=minOrder]")')
  expect(await again.evaluate('document.querySelector("[data-criterion=patented]")')).toBeNull()
  await again.click('.view-header .criteria')
  await again.click('.criteria-menu .show-all')
  await again.waitFor('document.querySelector("[data-criterion=patented]")')
})
