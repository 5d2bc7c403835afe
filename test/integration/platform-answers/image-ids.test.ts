import { afterEach, beforeEach, expect, test } from 'vitest'
import { failed, IMAGE_ID, item, type PlatformAnswer, page, uploaded } from './case.ts'
import { openStage, type Stage } from './play.ts'

const NEXT_ID = '1244408133008209999'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('crossborder')
  stage.platform.play({ query: item({}) })
  expect((await stage.search()).status).toBe(200)
})
afterEach(() => stage.close())

const calls = () => stage.platform.calls.map(({ api, params: { imageId = null } }) => [api, imageId])

test('a second page needs no second upload', async () => {
  stage.platform.play({ query: page([]) })
  expect((await stage.search({ last: true, query: '?page=2' })).status).toBe(200)
  expect(calls()).toEqual([['query', IMAGE_ID]])
})

test.each<[name: string, answer: PlatformAnswer]>([
  ['in words', failed('PIC_ERR', 'The picture session has expired, please upload again')],
  ['in other words', failed('500', 'imageId is invalid or expired')],
])('a picture whose id has ended is uploaded again, once: %s', async (_name, ended) => {
  stage.platform.play({ upload: uploaded({ result: NEXT_ID }), query: [ended, item({})] })
  const { status, body } = await stage.search({ last: true, query: '?page=2' })
  expect([status, body.offers]).toMatchObject([200, [{ offerId: '623001777205' }]])
  expect(calls()).toEqual([
    ['query', IMAGE_ID],
    ['upload', null],
    ['query', NEXT_ID],
  ])
})

test('a failure of the platform is no reason to upload again', async () => {
  stage.platform.play({ query: failed('SYSTEM_ERROR', 'SYSTEM_ERROR') })
  expect((await stage.search({ last: true, query: '?page=2' })).body.code).toBe('upstream_unavailable')
  expect(calls().every(([api]) => api === 'query')).toBe(true)
})
