import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hashPhoto, judgePhotos, PLATFORM_PICTURE_BYTES, THRESHOLDS } from '@find-on-1688/shared'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSamples, type Outcome, quartersOf, type Sample } from '../../images/index.ts'
import { HEIGHT, type Rgb, UPRIGHT, WIDTH } from '../../images/raw.ts'
import { SYNTHETIC_PHOTOS, syntheticPhoto } from '../../images/synthetic/index.ts'
import { reduce } from '../../match/reduce.ts'
import type { Tab } from '../browser/driver.ts'
import { bytesOf, searchState, sentPicture } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const samples = await makeSamples()
const photos = await makePhotos()

/**
 * What older versions of Firefox, such as 140, show of these: they ignore a PNG's orientation, refuse wrong checks, and
 * know one frame of a GIF that names no delays.
 */
const IN_OLDER_FIREFOX: Record<string, Outcome> = {
  'orientation-6.png': quarters(...UPRIGHT),
  'wrong-check-of-pixels.png': { code: 'picture_damaged' },
  'black-twice-first.gif': quarters(...Array(4).fill([1, 1, 1])),
  'white-first-screen-zero.gif': quarters(...Array(4).fill([255, 255, 255])),
}

const stage = useStage()
let app: Tab
const server = createServer(({ url }, response) => {
  const sample = [...samples, ...photos].find((each) => `/${each.name}` === url)
  response.writeHead(200, {
    'Access-Control-Allow-Origin': '*',
    'Content-Type': sample?.type ?? '',
    'Content-Length': sample?.bytes.length ?? 0,
    // A connection that ends while it is about to be used again would count as a picture that nobody can read.
    Connection: 'close',
  })
  response.end(sample?.bytes)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const options = await stage.openOptions()
  await options.click('#ask-first')
  await options.close()
  app = await stage.openApp('results')
})
afterAll(() => server.close())

test.each(samples)('$name becomes the right picture or says why not', async (sample) => {
  await search(sample.name)
  const outcome = await outcomeOf(sample)
  if (process.env.OUTCOMES)
    console.log(`OUTCOME ${stage.driver.name} ${sample.name} ${JSON.stringify(outcome)}`)
  const older = stage.driver.name === 'firefox' ? IN_OLDER_FIREFOX[sample.name] : undefined
  const outcomes = [...sample.outcomes, ...(older ? [older] : [])]
  expect(
    outcomes.some((right) => agrees(right, outcome)),
    `${JSON.stringify(outcome)} instead of ${JSON.stringify(outcomes)}`,
  ).toBe(true)
})

test.each(photos)('$name is the same photo as npm run match sends', async ({ name, bytes }) => {
  await search(name)
  const sent = bytesOf((await sentPicture(stage))?.dataUrl)
  const { jpeg } = await reduce(bytes, PLATFORM_PICTURE_BYTES.crossborder)
  const { verdict, distance } = judgePhotos(await hashOf(jpeg), await hashOf(sent))
  expect(verdict).toBe('same')
  expect(distance).toBeLessThanOrEqual(THRESHOLDS.same / 4)
})

/** Large, or of another format, so that neither browser nor libvips can leave them as they are. */
async function makePhotos(): Promise<{ name: string; type: string; bytes: Buffer }[]> {
  const made = SYNTHETIC_PHOTOS.filter((_, at) => at % 9 === 0).map(async (photo, at) => {
    const large = sharp(await syntheticPhoto(photo, 800)).resize(1700)
    const [type, bytes] =
      at % 3 === 0
        ? ['jpeg', large.jpeg({ quality: 95 })]
        : at % 3 === 1
          ? ['webp', large.webp({ quality: 95 })]
          : ['png', large.png({ compressionLevel: 1 })]
    return { name: `photo-${at + 1}.${type}`, type: `image/${type}`, bytes: await bytes.toBuffer() }
  })
  return Promise.all(made)
}

async function hashOf(picture: Buffer) {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return hashPhoto({ data, width: info.width, height: info.height })
}

/** Has the extension read the picture with this name. */
async function search(name: string): Promise<void> {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`
  await app.evaluate(
    `void (globalThis.browser ?? chrome).runtime.sendMessage({ type: 'address', address: '${address}', incognito: false })`,
  )
  await app.waitFor(
    `(async () => {
      const { search } = await (globalThis.browser ?? chrome).storage.session.get('search')
      return search?.source.addresses[0] === '${address}' && search.reading !== 'running'
    })()`,
    100_000,
  )
}

async function outcomeOf(sample: Sample): Promise<Outcome> {
  const failure = (await searchState(stage))?.readFailure
  if (failure) return { code: failure.code }
  const sent = await sentPicture(stage)
  const bytes = bytesOf(sent?.dataUrl)
  // The smallest limit of the platform's APIs: which one answers is not known yet.
  expect(bytes.length).toBeLessThanOrEqual(PLATFORM_PICTURE_BYTES.crossborder)
  expect(bytes.toString('latin1'), sample.name).not.toMatch(/secret-owner|and more|Exif/)
  const { data, info } = await sharp(bytes, { failOn: 'none' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  expect(sent).toMatchObject({ width, height, bytes: bytes.length })
  return { width, height, quarters: quartersOf(data, width, height, channels) }
}

function quarters(...colours: Rgb[]): Outcome {
  return { width: WIDTH, height: HEIGHT, quarters: colours }
}

function agrees(right: Outcome, seen: Outcome): boolean {
  if ('code' in right || 'code' in seen) return 'code' in right && 'code' in seen && right.code === seen.code
  if (right.width !== seen.width || right.height !== seen.height) return false
  return right.quarters.every((colour, at) =>
    (colour ?? []).every(
      (value, i) => Math.abs(value - (seen.quarters[at]?.[i] ?? 0)) <= (right.within ?? 3),
    ),
  )
}
