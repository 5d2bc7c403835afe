import { beforeAll, expect, test } from 'vitest'
import { expectNoViolations } from '../stage/axe.ts'
import { allowPhotos } from '../stage/open-scene.ts'
import { chooseInMenu } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
beforeAll(() => allowPhotos(stage))

/** Where the line between the two photos is, in per cent. */
const DIVIDER = 'document.querySelector(".over input").valueAsNumber'

test('photos are compared once their host is allowed', async () => {
  const again = await stage.driver.openPopup()
  await again.waitFor('/same photo/.test(document.querySelector("h1").innerText)')
  expect(await again.text('.offer .same')).toBe('Same photo')
  await again.waitFor('document.querySelectorAll(".pic .same, .pic .unseen").length === 20')
})

test('a verdict can be checked by eye, with the keyboard', async () => {
  const app = await stage.openApp('results')
  const pairIs = (row: number) =>
    app.waitFor(
      `document.querySelector('dialog.pair[open]')?.dataset.pair === document.querySelectorAll('.offer')[${row}].dataset.offer`,
    )
  await app.waitFor('document.querySelectorAll(".offer .same").length > 1')
  await app.click('.offer .same')
  await pairIs(0)
  await app.waitFor(
    '[...document.querySelectorAll(".beside img")].filter(({ naturalWidth }) => naturalWidth > 99).length === 2',
  )
  expect(await app.text('.pair h2')).toBe('Same photo')
  expect(await app.text('.pair')).toContain('not proof that it is the same product')
  await expectNoViolations(app, 'both photos side by side')

  await stage.driver.press('Tab', 'space')
  await app.waitFor('document.querySelector(".over input")')
  await stage.driver.press('shift+Tab', 'shift+Tab')
  await app.waitFor('document.activeElement.matches(".over input")')
  await stage.driver.press('Right', 'Right', 'Right')
  await app.waitFor(`${DIVIDER} === 53`)
  const clip = await app.evaluate<string>('getComputedStyle(document.querySelector(".upper")).clipPath')
  expect(clip).toMatch(/^inset\(0(px)? calc\(47%|^inset\(0(px)? 47%/)
  await expectNoViolations(app, 'both photos over each other')

  await stage.driver.press('j')
  await pairIs(1)
  await app.waitFor('document.querySelector(".shot.turned")')
  expect(await app.text('.pair h2')).toContain('mirrored')
  await app.click('.pair .tick input')
  await app.waitFor('!document.querySelector(".shot.turned")')
  await stage.driver.press('k')
  await pairIs(0)
  await stage.driver.press('Escape')
  await app.waitFor('!document.querySelector(".pair")')
  expect(await app.evaluate('document.activeElement.matches(".offer:first-child .pic")')).toBe(true)
  // Overlaid was the last choice, and stays.
  await stage.driver.press('p')
  await app.waitFor('document.querySelector("dialog.pair[open] .over")')
  await stage.driver.press('Escape')
  await app.waitFor('!document.querySelector(".pair")')
})

test('“who uses this photo” counts its suppliers, and lists the others apart', async () => {
  const app = await stage.openApp('results')
  await app.waitFor('document.querySelectorAll(".offer .same").length > 1')
  const same = await app.evaluate<string[]>(
    `[...document.querySelectorAll('.offer')].filter((row) => row.querySelector('.same:not(.maybe)')).map(({ dataset }) => dataset.offer)`,
  )
  await chooseInMenu(app, 'reuse')
  await app.waitFor('document.querySelector(".reuse.mine")')
  const shown = (selector: string) =>
    app.evaluate<string[]>(
      `[...document.querySelectorAll('${selector} [data-reuse]')].map(({ dataset }) => dataset.reuse)`,
    )
  // There may be more: photos that match a matching photo, though not the query.
  expect(await shown('.reuse.mine')).toEqual(expect.arrayContaining(same))
  const { catalogue } = stage.sandbox.gateway
  const suppliers = new Set(
    (await shown('.reuse.mine')).map((offerId) => catalogue.offer(offerId)?.supplier.name),
  )
  expect(await app.text('.reuse.mine header')).toContain(
    `${suppliers.size} supplier${suppliers.size === 1 ? '' : 's'}`,
  )
  expect(await app.text('.summary')).toContain('Among the 20 offers that are loaded')
  const others = await shown('.reuse:not(.mine)')
  expect(others.length).toBeGreaterThan(1)
  expect(others.filter((offerId) => same.includes(offerId))).toEqual([])
  await expectNoViolations(app, 'who uses the photo')
  await app.click('.summary .more')
  await app.waitFor('/Among all \\d+ offers/.test(document.querySelector(".summary").innerText)')
  await app.waitFor('!/still to be/.test(document.querySelector(".summary").innerText)')
})
