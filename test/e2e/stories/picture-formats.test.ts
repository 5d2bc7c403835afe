import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PLATFORM_PICTURE_BYTES } from '@find-on-1688/shared'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSamples, type Outcome, quartersOf, type Sample } from '../../images/index.ts'
import type { Tab } from '../browser/driver.ts'
import { bytesOf, searchState, sentPicture } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const samples = await makeSamples()

const stage = useStage()
let app: Tab
const server = createServer(({ url }, response) => {
  const sample = samples.find((each) => `/${each.name}` === url)
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
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${sample.name}`
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
  const outcome = await outcomeOf(sample)
  if (process.env.OUTCOMES)
    console.log(`OUTCOME ${stage.driver.name} ${sample.name} ${JSON.stringify(outcome)}`)
  expect(
    sample.outcomes.some((right) => agrees(right, outcome)),
    `${JSON.stringify(outcome)} instead of ${JSON.stringify(sample.outcomes)}`,
  ).toBe(true)
})

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

function agrees(right: Outcome, seen: Outcome): boolean {
  if ('code' in right || 'code' in seen) return 'code' in right && 'code' in seen && right.code === seen.code
  if (right.width !== seen.width || right.height !== seen.height) return false
  return right.quarters.every((colour, at) =>
    (colour ?? []).every(
      (value, i) => Math.abs(value - (seen.quarters[at]?.[i] ?? 0)) <= (right.within ?? 3),
    ),
  )
}
