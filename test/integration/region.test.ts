import { regionText, type SearchAnswer } from '@find-on-1688/shared'
import { createClient } from '@find-on-1688/shared/client'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PATIENT, type Sandbox, startSandbox } from '../fakes/sandbox/index.ts'

const SIDE = 400
let sandbox: Sandbox
let collage: Uint8Array

beforeAll(async () => {
  sandbox = await startSandbox({ provider: 'crossborder' })
  const half = async (story: string, left: number) => {
    const bytes = sandbox.shop.pictures.find((picture) => picture.story === story)?.bytes
    return { input: await sharp(bytes).resize(SIDE, SIDE, { fit: 'fill' }).toBuffer(), left, top: 0 }
  }
  const paper = { create: { width: 2 * SIDE, height: SIDE, channels: 3, background: '#fff' } } as const
  const composed = sharp(paper).composite([await half('bag-cors', 0), await half('teddy-cors', SIDE)])
  collage = new Uint8Array(await composed.jpeg({ quality: 85 }).toBuffer())
})
afterAll(() => sandbox?.close())

function search(region?: string): Promise<SearchAnswer> {
  const connection = { address: sandbox.workerUrl, key: sandbox.clientKey }
  return createClient(connection, PATIENT).search(collage, { region })
}
const signedRegion = ({ attestation = '' }: SearchAnswer) =>
  JSON.parse(Buffer.from(attestation.split('.')[1] ?? '', 'base64url').toString()).query.region

test('the region decides which of two products in a picture comes first, with a single upload', async () => {
  const [bag, teddy] = ['data', 'no-cors'].map((story) => sandbox.shop.offerIds(story))
  const whole = await search()
  expect(whole.regions?.suggested).toHaveLength(2)
  const [left, right] = (whole.regions?.suggested ?? []).toSorted((a, b) => a.x - b.x).map(regionText)
  const firsts: unknown[] = []
  for (const region of [left, right, '0,0,400,400', '400,0,400,400']) {
    const answer = await search(region)
    expect(signedRegion(answer)).toBe(region)
    expect(answer.regions?.current && regionText(answer.regions.current)).toBe(region)
    firsts.push(
      bag?.includes(answer.offers[0]?.offerId ?? ''),
      teddy?.includes(answer.offers[0]?.offerId ?? ''),
    )
  }
  expect(firsts).toEqual([true, false, false, true, true, false, false, true])
  const uploads = sandbox.gateway.arrivals.filter(({ api }) => api.includes('upload'))
  expect(uploads).toHaveLength(1)
  expect(sandbox.gateway.arrivals).toHaveLength(1 + 5)
  expect((await search(left)).cached).toBe(true)
})
