import { expect } from 'vitest'
import { expectNoViolations } from './axe.ts'
import type { Tab } from './browser/index.ts'
import type { Stage } from './stage.ts'

const VALUE = 'document.querySelector(".over input").valueAsNumber'

/** Judges a verdict by eye, from its chip on, with hardly a mouse. */
export async function lookAtBothPhotos(stage: Stage, app: Tab): Promise<void> {
  const press = (...keys: string[]) => stage.driver.press(...keys)
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

  await press('Tab', 'space')
  await app.waitFor('document.querySelector(".over input")')
  await press('shift+Tab', 'shift+Tab')
  await app.waitFor('document.activeElement.matches(".over input")')
  await press('Right', 'Right', 'Right')
  await app.waitFor(`${VALUE} === 53`)
  const clip = await app.evaluate<string>('getComputedStyle(document.querySelector(".upper")).clipPath')
  expect(clip).toMatch(/^inset\(0(px)? calc\(47%|^inset\(0(px)? 47%/)
  await expectNoViolations(app, 'both photos over each other')

  await press('j')
  await pairIs(1)
  await app.waitFor('document.querySelector(".shot.turned")')
  expect(await app.text('.pair h2')).toContain('mirrored')
  await app.click('.pair .tick input')
  await app.waitFor('!document.querySelector(".shot.turned")')
  await press('k')
  await pairIs(0)
  await press('Escape')
  await app.waitFor('!document.querySelector(".pair")')
  expect(await app.evaluate('document.activeElement.matches(".offer:first-child .pic")')).toBe(true)
  // The way that was chosen stays.
  await press('p')
  await app.waitFor('document.querySelector("dialog.pair[open] .over")')
  await press('Escape')
  await app.waitFor('!document.querySelector(".pair")')
}

/** Sees who shows the photo, and who another one. */
export async function lookWhoUsesThePhoto(stage: Stage, app: Tab): Promise<void> {
  const same = await app.evaluate<string[]>(
    `[...document.querySelectorAll('.offer')].filter((row) => row.querySelector('.same:not(.maybe)')).map(({ dataset }) => dataset.offer)`,
  )
  await app.click('.part.menu')
  await app.click('#menu [data-item="reuse"]')
  await app.waitFor('document.querySelector(".reuse.mine")')
  const shown = (selector: string) =>
    app.evaluate<string[]>(
      `[...document.querySelectorAll('${selector} [data-reuse]')].map(({ dataset }) => dataset.reuse)`,
    )
  // A photo may be the same as one that is the same as the query, so there may be more.
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
}
