import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { Tab } from '../browser/driver.ts'
import { OFFER_IDS, offerIds, sentPicture, settled } from '../stage/page.ts'
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
    // What was searched is framed on the picture in the header.
    const { x, width } = await shareOf(app, '.query-fit span', '.query-photo')
    expect(isLeft ? x : 1 - x - width).toBeGreaterThan(0.3)
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
    expect(await app.text('.subtitle')).toContain(en.fromRegion('900×900'))
    const { x, width } = await shareOf(app, '.query-fit span', '.query-fit')
    expect([x, width].map((each) => Math.round(each * 100))).toEqual([5, 90])
    expect(await offerIds(app)).toEqual(expect.arrayContaining([shop.offerIds('cors')[0]]))
    expect(await sentPicture(stage)).toMatchObject({ how: 'part', width: 800, fromWidth: 900 })
    const [before, ...after] = gateway.arrivals.slice(calls - 1)
    expect(after).toHaveLength(1)
    expect(after[0]?.pictureSha256).not.toBe(before?.pictureSha256)
  })

  test('a new frame is drawn beside the old one, and Escape leaves everything as it was', async () => {
    const app = await stage.resultsInTab('cors')
    const before = await offerIds(app)
    await openRegion(app)
    const calls = stage.calls()
    // By its left edge to the middle: then there is room beside it.
    await dragFrame(stage, app, [0, 0.5], [0.5, 0])
    await app.waitFor(`/ (399|400|401) from the left/.test(${FRAME})`)
    await drawIn(stage, app, [0.05, 0.25], [0.3, 0.75])
    await app.waitFor(`/^(199|200|201) × (399|400|401) /.test(${FRAME})`)
    // All of the picture cannot be moved: dragging in it draws too.
    await app.click('.region-view .chip')
    await app.waitFor(`${FRAME}.startsWith('800 × 800 ')`)
    await drawIn(stage, app, [0.25, 0.25], [0.75, 0.75])
    await app.waitFor(`/^(399|400|401) × /.test(${FRAME})`)
    // By clicks alone: smaller, and with its middle where the picture is clicked.
    await app.click('.region-view .smaller')
    await app.waitFor(`/^(319|320|321) × /.test(${FRAME})`)
    await app.click('.region-picture .region-frame .nw')
    await app.waitFor(`/ [78][0-9] from the left, [78][0-9] from the top/.test(${FRAME})`)
    await stage.driver.press('Escape')
    await app.waitFor('document.activeElement.matches(".choose-region")')
    expect(await app.evaluate('document.querySelector(".region-view")')).toBeNull()
    expect(await offerIds(app)).toEqual(before)
    expect(stage.calls()).toBe(calls)
  })
})

type Share = [across: number, down: number]

/** Drags from one point of the picture to another. Both are parts of its width and height. */
async function drawIn(stage: Stage, app: Tab, from: Share, to: Share): Promise<void> {
  const { x, y, width, height } = await rectOf(app, '.region-picture')
  const point = ([across, down]: Share) => ({ x: x + across * width, y: y + down * height })
  await stage.driver.drag(app, point(from), point(to))
}

const rectOf = (app: Tab, selector: string) =>
  app.evaluate<{ x: number; y: number; width: number; height: number }>(
    `document.querySelector('${selector}').getBoundingClientRect().toJSON()`,
  )

/** Where one element is in another, in parts of its width. */
async function shareOf(app: Tab, inner: string, outer: string): Promise<{ x: number; width: number }> {
  const [one, other] = [await rectOf(app, inner), await rectOf(app, outer)]
  return { x: (one.x - other.x) / other.width, width: one.width / other.width }
}

/** Drags the frame by one of its points. Both are parts of its width and height. */
async function dragFrame(stage: Stage, app: Tab, at: Share, by: Share): Promise<void> {
  const { x, y, width, height } = await rectOf(app, '.region-frame')
  const from = { x: x + at[0] * width, y: y + at[1] * height }
  await stage.driver.drag(app, from, { x: from.x + by[0] * width, y: from.y + by[1] * height })
}

async function openRegion(app: Tab): Promise<void> {
  await app.click('.choose-region')
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
