import { env } from 'cloudflare:workers'
import { PATHS, type Problem, type SearchAnswer } from '@find-on-1688/shared'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTestClient, fetchWorker, jpegOf, mockGateway, searchInit } from '../testing/http.ts'

const UPLOADED = { result: { success: 'true', result: '1688' } }
const FLAT = { success: true, imageSearchResult: [{ offerId: '714', subject: '背包' }] }

/** As on the platform, what is found and where depends on the region searched. */
function play() {
  return mockGateway((api, form) => {
    if (api.includes('similar')) return FLAT
    if (api.includes('upload')) return UPLOADED
    const { region = 'whole' } = JSON.parse(form.get('offerQueryParam') ?? '{}')
    const picRegionInfo = { currentRegion: region, yoloCropRegion: '0,200,0,300;200,400,0,300' }
    const data = [{ offerId: '714', subject: `背包 ${region}` }]
    return { result: { success: 'true', result: { totalRecords: 1, data, picRegionInfo } } }
  })
}

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

const search = (picture: BodyInit, query = '', bindings = env, type = 'image/jpeg') =>
  fetchWorker(PATHS.search + query, searchInit(key, picture, type), bindings)
const searchFor = async (...request: Parameters<typeof search>) =>
  (await search(...request)).json<SearchAnswer>()
const titleOf = ({ offers }: SearchAnswer) => offers[0]?.title
const signedQuery = ({ attestation = '' }: SearchAnswer) =>
  JSON.parse(
    new TextDecoder().decode(
      Uint8Array.fromBase64(attestation.split('.')[1] ?? '', { alphabet: 'base64url' }),
    ),
  ).query

describe('a region of the picture', () => {
  test("is searched, answered with the subjects' boxes, and signed", async () => {
    play()
    const answer = await searchFor(jpegOf(400, 300), '?region=200,0,200,300')
    expect(titleOf(answer)).toBe('背包 200,400,0,300')
    const part = { x: 200, y: 0, width: 200, height: 300 }
    expect(answer.regions).toEqual({ current: part, suggested: [{ ...part, x: 0 }, part] })
    expect(signedQuery(answer).region).toBe('200,0,200,300')
  })

  test('costs exactly one call after another region, and none the second time', async () => {
    const calls = play()
    const picture = jpegOf(400, 300)
    const made = async (query: string) => {
      const before = calls.length
      const title = titleOf(await searchFor(picture, query))
      return { title, calls: calls.slice(before).map(({ api }) => /upload|imageQuery/.exec(api)?.[0]) }
    }
    const left = { title: '背包 0,200,0,300', calls: ['upload', 'imageQuery'] }
    expect(await made('?region=0,0,200,300')).toEqual(left)
    expect(await made('?region=200,0,200,300')).toEqual({
      title: '背包 200,400,0,300',
      calls: ['imageQuery'],
    })
    expect(await made('')).toEqual({ title: '背包 whole', calls: ['imageQuery'] })
    expect(await made('?region=0,0,200,300')).toEqual({ ...left, calls: [] })
  })

  test('is a search of its own, even at the same time as another region', async () => {
    play()
    const picture = jpegOf(400, 300)
    const queries = ['?region=0,0,200,300', '?region=200,0,200,300', '']
    const titles = await Promise.all(queries.map(async (query) => titleOf(await searchFor(picture, query))))
    expect(titles).toEqual(['背包 0,200,0,300', '背包 200,400,0,300', '背包 whole'])
  })

  test("comes from the cache with the subjects' boxes", async () => {
    play()
    const picture = jpegOf(400, 300)
    const first = await searchFor(picture, '?region=0,0,200,300')
    const none = () => {
      throw new Error('no object may be called')
    }
    const objectless = { ...env, DISPATCHER: { getByName: none } as never }
    const second = await vi.waitFor(async () => {
      const response = await search(picture, '?region=0,0,200,300', objectless)
      expect(response.status).toBe(200)
      return response.json<SearchAnswer>()
    })
    expect(second.cached).toBe(true)
    expect(second.regions).toEqual(first.regions)
    expect(first.regions?.suggested).toHaveLength(2)
  })

  test.each([
    ['300,200,500,500', '300,200,100,100'],
    ['0,0,99999,99999', '0,0,400,300'],
    ['007,008,10,20', '7,8,10,20'],
  ])('%s is clipped to the picture and searched as %s', async (region, inside) => {
    const calls = play()
    const picture = jpegOf(400, 300)
    const answer = await searchFor(picture, `?region=${region}`)
    expect(signedQuery(answer).region).toBe(inside)
    const made = calls.length
    expect(titleOf(await searchFor(picture, `?region=${inside}`))).toBe(titleOf(answer))
    expect(calls.length).toBe(made)
  })

  test.each(['400,0,10,10', '0,300,10,10', '99999,99999,1,1'])(
    '%s, outside of the picture, is refused before anything is spent, with its size',
    async (region) => {
      const calls = play()
      const response = await search(jpegOf(400, 300), `?region=${region}`)
      const { code, detail } = await response.json<Problem>()
      expect([response.status, code]).toEqual([400, 'invalid_request'])
      expect(detail).toContain('outside the picture of 400×300 pixels')
      expect(calls).toEqual([])
    },
  )

  test.each(['', '1,2,3', '0,0,0,9', '-1,0,9,9', '1,2,3,x'])('“%s” is refused', async (region) => {
    const calls = play()
    const response = await search(jpegOf(400, 300), `?region=${region}`)
    expect((await response.json<Problem>()).code).toBe('invalid_request')
    expect(calls).toEqual([])
  })

  test('of a picture given by its address is left to the platform to judge', async () => {
    const calls = play()
    const imageUrl = `https://cbu01.alicdn.com/${crypto.randomUUID()}.jpg`
    const answer = await searchFor(
      JSON.stringify({ imageUrl }),
      '?region=9000,10,300,400',
      env,
      'application/json',
    )
    expect(answer).toMatchObject({ image: null, offers: [{ offerId: '714' }] })
    expect(JSON.parse(calls[0]?.form.get('offerQueryParam') ?? '').region).toBe('9000,9300,10,410')
  })
})

test('a provider without regions searches the whole picture, and the answer says so', async () => {
  const calls = play()
  const picture = jpegOf(400, 300)
  const dropship = { ...env, PROVIDER: 'dropship' }
  const whole = await searchFor(picture, '', dropship)
  const part = await searchFor(picture, '?region=0,0,200,300', dropship)
  const said = /whole picture was searched/
  expect(part.notes.join()).toMatch(said)
  expect(whole.notes.join()).not.toMatch(said)
  expect(part.offers).toEqual(whole.offers)
  // The dispatcher has its own PROVIDER: all that counts here is that the picture is not searched again.
  expect(calls).toHaveLength(2)
})

test('the OpenAPI description covers regions', async () => {
  const { paths, components } = await (await fetchWorker(PATHS.openapi)).json<{
    paths: Record<string, unknown>
    components: { schemas: Record<string, unknown> }
  }>()
  const description = expect.stringContaining('pixels')
  const parameter = {
    name: 'region',
    in: 'query',
    description,
    schema: expect.objectContaining({ type: 'string' }),
  }
  expect(paths[PATHS.search]).toMatchObject({
    post: { parameters: expect.arrayContaining([expect.objectContaining(parameter)]) },
  })
  const regions = { anyOf: [{ $ref: '#/components/schemas/Regions' }, { type: 'null' }] }
  expect(components.schemas.SearchAnswer).toMatchObject({ properties: { regions } })
})
