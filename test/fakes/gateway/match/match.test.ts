import { expect, test } from 'vitest'
import { type Catalogue, openCatalogue } from '../catalogue/index.ts'
import { takePhoto } from '../catalogue/photo.ts'
import { analyse } from './analyse.ts'
import { EDITS } from './edits.ts'
import { unknownPictures } from './unknown.ts'

/** Half a minute on an idle core, many times that on a loaded machine. */
const COMPUTING_MS = 600_000
const AT_ONCE = 3

test('every catalogue picture still finds its own product first after an edit', {
  timeout: COMPUTING_MS,
}, async () => {
  const catalogue = await openCatalogue()
  const edits = Object.entries(EDITS)
  const lost: string[] = []
  await inTurns(catalogue.offers.entries(), async ([index, offer]) => {
    const [name, edit] = edits[index % edits.length] ?? ['none', async (jpeg: Buffer) => jpeg]
    const [first] = await search(catalogue, await edit(await pictureOf(catalogue, offer.picture)))
    if (!first?.same || first.product.id !== offer.productId) lost.push(`${offer.productId}, ${name}`)
  })
  expect(lost).toEqual([])
})

test('a picture of something nobody sells finds nothing', { timeout: COMPUTING_MS }, async () => {
  const catalogue = await openCatalogue()
  const pictures = await unknownPictures()
  expect(pictures.size).toBeGreaterThanOrEqual(30)
  const found: string[] = []
  await inTurns(pictures, async ([name, picture]) => {
    const [first] = await search(catalogue, picture)
    if (first) found.push(`${name}: ${first.product.id} ${first.score.toFixed(2)}`)
  })
  expect(found).toEqual([])
})

test('a new photo of a product, tilted, mirrored and in another scene, finds its offers', async () => {
  const catalogue = await openCatalogue()
  for (const emoji of ['1f392', '1f45f', '1f3b8', '1fa91', '26bd', '1fad6', '1f457', '1f9f8']) {
    const plan = {
      scene: 'sand',
      fill: 0.6,
      shift: [0.03, 0.02],
      mirrored: true,
      tilt: 6,
      brightness: 1.03,
    } as const
    const photo = await (await takePhoto({ emoji, hue: 0 }, plan, 1000)).jpeg({ quality: 75 }).toBuffer()
    const same = (await search(catalogue, photo)).filter((match) => match.same)
    expect(same.map(({ offer }) => offer.offerId).sort(), emoji).toEqual(
      catalogue
        .offersOf(`${emoji}@0`)
        .map(({ offerId }) => offerId)
        .sort(),
    )
  }
})

test('another colour is another product, and comes right after it', async () => {
  const catalogue = await openCatalogue()
  const [red] = catalogue.offersOf('1f392@0')
  const matches = await search(catalogue, await pictureOf(catalogue, red?.picture ?? ''))
  const own = matches.filter(({ same }) => same)
  expect(own.every(({ product }) => product.id === '1f392@0')).toBe(true)
  expect(matches[own.length]?.product.family).toBe('1f392')
  expect(matches.at(-1)?.product.family).not.toBe('1f392')
})

test('the identical photo comes first, and the same search always gives the same list', async () => {
  const catalogue = await openCatalogue()
  const offer = catalogue.offersOf('1f45c@0')[1]
  const picture = await pictureOf(catalogue, offer?.picture ?? '')
  const ids = async () => (await search(catalogue, picture)).map((match) => match.offer.offerId)
  const first = await ids()
  expect(first[0]).toBe(offer?.offerId)
  expect(await ids()).toEqual(first)
})

async function search(catalogue: Catalogue, picture: Buffer) {
  return catalogue.match(await analyse(picture))
}

async function pictureOf(catalogue: Catalogue, name: string): Promise<Buffer> {
  const picture = await catalogue.picture(name)
  if (!picture) throw new Error(`no picture ${name}`)
  return picture
}

async function inTurns<T>(items: Iterable<T>, each: (item: T) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]()
  const work = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await each(next.value)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
