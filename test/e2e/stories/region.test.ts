import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Tab } from '../browser/driver.ts'
import { chooseInMenu, OFFER_IDS, offerIds, sentPicture, settled } from '../stage/page.ts'
import type { Stage } from '../stage/stage.ts'
import { useStage } from '../stage/use-stage.ts'

const FRAME = 'document.querySelector(".region-frame").ariaValueText'

describe('with an API that takes regions', () => {
  const stage = useStage({ provider: 'crossborder' })

  test('another region of the same picture is searched with one call and no upload', async () => {
    const { gateway } = stage.sandbox
    const { picture, left, right } = await twoProducts(stage)
    const show = `void (document.querySelector('[data-story=data]').src = '${picture}')`
    const app = await stage.resultsInTab('data', show)
    const first = (await offerIds(app))[0] ?? ''
    const isLeft = left.includes(first)
    expect(isLeft || right.includes(first)).toBe(true)
    await openRegion(app)
    const before = await app.evaluate<string>(FRAME)
    // Ten steps of a twentieth of its width are half of the picture.
    await stage.driver.press(...Array.from({ length: 10 }, () => (isLeft ? 'alt+Right' : 'alt+Left')))
    await app.waitFor(`${FRAME} !== ${JSON.stringify(before)}`)
    const calls = stage.calls()
    await app.click('.region-view .search')
    await app.waitFor(`${JSON.stringify(isLeft ? right : left)}.includes(${OFFER_IDS}[0])`)
    expect(gateway.arrivals.slice(calls).map(({ api }) => api)).toEqual([
      expect.stringContaining('product.search.imageQuery'),
    ])
    await app.click('.subtitle .search-whole')
    await app.waitFor(`${OFFER_IDS}[0] === '${first}' && !document.querySelector('.subtitle .search-whole')`)
  })
})

describe('with any other API', () => {
  const stage = useStage()

  test('a region is cut out of the original, and searched as a picture of its own', async () => {
    const { gateway, shop } = stage.sandbox
    const app = await stage.resultsInTab('cors')
    await openRegion(app)
    expect(await app.evaluate(FRAME)).toBe('640 × 640 pixels, 80 from the left, 80 from the top')
    // By its middle to the left edge, then by its lower corner halfway back.
    await dragFrame(stage, app, [0.5, 0.5], [-1, 0])
    await app.waitFor(`${FRAME} === '640 × 640 pixels, 0 from the left, 80 from the top'`)
    await dragFrame(stage, app, [1, 1], [-0.5, -0.5])
    await app.waitFor(
      `${FRAME}.endsWith(' pixels, 0 from the left, 80 from the top') && !${FRAME}.startsWith('640 ')`,
    )
    await app.click('.region-view .chip')
    await app.waitFor(`${FRAME} === '800 × 800 pixels, 0 from the left, 0 from the top'`)
    await app.evaluate('document.querySelector(".region-frame").focus()')
    const twice = (key: string) => [key, key]
    await stage.driver.press(...twice('shift+alt+Left'), ...twice('shift+alt+Up'), 'alt+Right', 'alt+Down')
    await app.waitFor(`${FRAME} === '720 × 720 pixels, 40 from the left, 40 from the top'`)
    const calls = stage.calls()
    await app.click('.region-view .search')
    await app.waitFor('document.querySelector(".subtitle .search-whole")')
    await settled(app)
    expect(await app.text('.subtitle')).toContain('Part of the picture, 900×900')
    expect(await offerIds(app)).toEqual(expect.arrayContaining([shop.offerIds('cors')[0]]))
    expect(await sentPicture(stage)).toMatchObject({ how: 'part', width: 800, fromWidth: 900 })
    const [before, ...after] = gateway.arrivals.slice(calls - 1)
    expect(after).toHaveLength(1)
    expect(after[0]?.pictureSha256).not.toBe(before?.pictureSha256)
  })
})

/** Drags the frame by one of its points. Both are parts of its width and height. */
async function dragFrame(stage: Stage, app: Tab, at: [number, number], by: [number, number]): Promise<void> {
  const { x, y, width, height } = await app.evaluate<{ x: number; y: number; width: number; height: number }>(
    'document.querySelector(".region-frame").getBoundingClientRect().toJSON()',
  )
  const from = { x: x + at[0] * width, y: y + at[1] * height }
  await stage.driver.drag(app, from, { x: from.x + by[0] * width, y: from.y + by[1] * height })
}

async function openRegion(app: Tab): Promise<void> {
  await chooseInMenu(app, 'region')
  await app.waitFor('document.activeElement.matches(".region-frame")')
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
