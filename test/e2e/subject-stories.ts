import sharp from 'sharp'
import { expect } from 'vitest'
import type { Tab, View } from './browser/index.ts'
import { type Stage, sentPicture, settled } from './stage.ts'

const IDS = '[...document.querySelectorAll(".offer[data-offer]")].map(({ dataset }) => dataset.offer)'
const PLACE = 'document.querySelector(".part-frame").ariaValueText'

/** With an API that takes regions: of two products in one picture the other one is chosen by keys, and found. */
export async function chooseOtherSubject(stage: Stage, opened: View[]): Promise<void> {
  const { gateway } = stage.sandbox
  const { picture, left, right } = await twoProducts(stage)
  const show = `void (document.querySelector('[data-story=data]').src = '${picture}')`
  const app = await searchInTab(stage, opened, 'data', show)
  const first = (await app.evaluate<string[]>(IDS))[0] ?? ''
  const isLeft = left.includes(first)
  expect(isLeft || right.includes(first)).toBe(true)
  await openSubject(app)
  const before = await app.evaluate<string>(PLACE)
  // Ten steps of a twentieth of its width are half of the picture.
  await stage.driver.press(...Array.from({ length: 10 }, () => (isLeft ? 'alt+Right' : 'alt+Left')))
  await app.waitFor(`${PLACE} !== ${JSON.stringify(before)}`)
  const calls = gateway.arrivals.length
  await app.click('.subject-view .search')
  await app.waitFor(`${JSON.stringify(isLeft ? right : left)}.includes(${IDS}[0])`, 20_000)
  expect(gateway.arrivals.slice(calls).map(({ api }) => api)).toEqual([
    expect.stringContaining('product.search.imageQuery'),
  ])
  await app.click('.sub .whole')
  await app.waitFor(`${IDS}[0] === '${first}' && !document.querySelector('.sub .whole')`, 20_000)
}

/** With any other API the part is cut out of the original, and searched as a picture of its own. */
export async function searchCutPart(stage: Stage, opened: View[]): Promise<void> {
  const { gateway, shop } = stage.sandbox
  const app = await searchInTab(stage, opened, 'cors')
  await openSubject(app)
  expect(await app.evaluate(PLACE)).toBe('640 × 640 pixels, 80 from the left, 80 from the top')
  // By its middle as far to the left as it goes, then by its lower corner half of the way back.
  await dragFrame(stage, app, [0.5, 0.5], [-1, 0])
  await app.waitFor(`${PLACE} === '640 × 640 pixels, 0 from the left, 80 from the top'`)
  await dragFrame(stage, app, [1, 1], [-0.5, -0.5])
  await app.waitFor(
    `${PLACE}.endsWith(' pixels, 0 from the left, 80 from the top') && !${PLACE}.startsWith('640 ')`,
  )
  await app.click('.subject-view .chip')
  await app.waitFor(`${PLACE} === '800 × 800 pixels, 0 from the left, 0 from the top'`)
  await app.evaluate('document.querySelector(".part-frame").focus()')
  await stage.driver.press(...twice('shift+alt+Left'), ...twice('shift+alt+Up'), 'alt+Right', 'alt+Down')
  await app.waitFor(`${PLACE} === '720 × 720 pixels, 40 from the left, 40 from the top'`)
  const calls = gateway.arrivals.length
  await app.click('.subject-view .search')
  await app.waitFor('document.querySelector(".sub .whole")', 20_000)
  await settled(app)
  expect(await app.text('.sub')).toContain('Part of the picture, 900×900')
  expect(await app.evaluate<string[]>(IDS)).toEqual(expect.arrayContaining([shop.offerIds('cors')[0]]))
  expect(await sentPicture(stage)).toMatchObject({ how: 'part', width: 800, fromWidth: 900 })
  const [before, ...after] = gateway.arrivals.slice(calls - 1)
  expect(after).toHaveLength(1)
  expect(after[0]?.pictureSha256).not.toBe(before?.pictureSha256)
}

const twice = (key: string) => [key, key]

/** The results of a fresh search, in a tab: it takes keys and stays. */
async function searchInTab(stage: Stage, opened: View[], story: string, prepare?: string): Promise<Tab> {
  const { tab, popup } = await stage.search(story, prepare)
  opened.push(tab, popup)
  await settled(popup)
  await popup.close()
  const app = await stage.driver.extensionPage('app.html#results')
  opened.push(app)
  await settled(app)
  return app
}

/** Takes hold of the frame at a part of its width and height, and draws it by parts of them. */
async function dragFrame(stage: Stage, app: Tab, at: [number, number], by: [number, number]): Promise<void> {
  const { x, y, width, height } = await app.evaluate<{ x: number; y: number; width: number; height: number }>(
    'document.querySelector(".part-frame").getBoundingClientRect().toJSON()',
  )
  const from = { x: x + at[0] * width, y: y + at[1] * height }
  await stage.driver.drag(app, from, { x: from.x + by[0] * width, y: from.y + by[1] * height })
}

async function openSubject(app: Tab): Promise<void> {
  await app.click('.part.menu')
  await app.click('#menu [data-item="subject"]')
  await app.waitFor('document.activeElement.matches(".part-frame")')
}

/** Two products side by side, as a `data:` address, with the offers of each. */
async function twoProducts(stage: Stage): Promise<{ picture: string; left: string[]; right: string[] }> {
  const { pictures, offerIds } = stage.sandbox.shop
  const half = async (story: string) => {
    const bytes = pictures.find((each) => each.story === story)?.bytes
    return sharp(bytes).resize(400, 400, { fit: 'contain', background: '#fff' }).toBuffer()
  }
  const jpeg = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#fff' } })
    .composite([
      { input: await half('bag-cors'), left: 0, top: 0 },
      { input: await half('teddy-cors'), left: 400, top: 0 },
    ])
    .jpeg()
    .toBuffer()
  return {
    picture: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
    left: offerIds('data'),
    right: offerIds('no-cors'),
  }
}
