import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { openCatalogue } from '../catalogue/index.ts'
import { subjectBoxes } from './boxes.ts'

const WIDTH = 880
const HEIGHT = 528
/** A cell of what is looked at, in pixels of a picture this wide. */
const CELL = 25

const drawn = (content: string, background = '#f4f2ee') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${background}"/>${content}</svg>`,
    ),
  )
    .jpeg({ quality: 85 })
    .toBuffer()
const rect = (x: number, y: number, width: number, height: number, fill = '#a33') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`

/** Left, top, right and bottom of each box, each no further than a cell from the one that is expected. */
async function expectBoxes(picture: Buffer, expected: number[][]): Promise<void> {
  const sides = (await subjectBoxes(picture)).map(({ left, top, width, height }) => [
    left,
    top,
    left + width,
    top + height,
  ])
  expect(sides).toHaveLength(expected.length)
  for (const [at, box] of expected.entries())
    for (const [side, place] of box.entries())
      expect(Math.abs((sides[at]?.[side] ?? Number.NaN) - place), `${sides}`).toBeLessThanOrEqual(CELL)
}

describe('the boxes of a picture', () => {
  test('are one around a single object', async () => {
    await expectBoxes(await drawn(rect(200, 100, 300, 250)), [[200, 100, 500, 350]])
    await expectBoxes(await drawn(rect(600, 300, 120, 90, '#fff'), '#345'), [[600, 300, 720, 390]])
  })

  test('are one around each of two objects, the larger first', async () => {
    const [small, large] = [rect(80, 90, 200, 150, '#276'), rect(450, 200, 300, 280)]
    await expectBoxes(await drawn(small + large), [
      [450, 200, 750, 480],
      [80, 90, 280, 240],
    ])
  })

  test('are one around objects that lie close together', async () => {
    await expectBoxes(await drawn(rect(200, 100, 150, 250) + rect(354, 100, 150, 250)), [
      [200, 100, 504, 350],
    ])
  })

  test('are none around specks or in an empty picture', async () => {
    await expectBoxes(await drawn(rect(200, 100, 300, 250) + rect(800, 20, 50, 50)), [[200, 100, 500, 350]])
    await expectBoxes(await drawn(''), [])
  })
})

test('a picture with an orientation tag is read as it is displayed', async () => {
  const upright = await drawn(rect(200, 100, 300, 250))
  const turned = await sharp(upright).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer()
  expect((await sharp(turned).metadata()).height).toBe(WIDTH)
  await expectBoxes(turned, [[200, 100, 500, 350]])
})

test('two products side by side have a box each, in every scene', async () => {
  const { offers, picture } = await openCatalogue()
  const half = async (at: number) =>
    sharp(await picture(offers[at % offers.length]?.picture ?? ''))
      .resize(400, 400)
      .toBuffer()
  for (let at = 0; at < 12; at++) {
    const collage = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#fff' } })
      .composite([
        { input: await half(at * 37), left: 0, top: 0 },
        { input: await half(at * 91 + 200), left: 400, top: 0 },
      ])
      .jpeg({ quality: 85 })
      .toBuffer()
    const middles = (await subjectBoxes(collage)).map(({ left, width }) =>
      Math.floor((left + width / 2) / 400),
    )
    expect(middles.sort()).toEqual([0, 1])
  }
})
