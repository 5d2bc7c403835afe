import { PATHS, type Problem, type SearchAnswer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import type { Tab } from '../browser/driver.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })

const SEARCH = '#operations-search-search'
const ANSWER = `${SEARCH} .live-responses-table .response`
const STATUS = `${ANSWER} .response-col_status`
const BODY = `${ANSWER} .highlight-code pre`

async function openDocs(): Promise<Tab> {
  const tab = await stage.driver.open(stage.sandbox.workerUrl + PATHS.docs)
  await tab.waitFor(`document.querySelector('${SEARCH}') !== null`)
  return tab
}

/** As a person does: unfolds the search, presses "Try it out", chooses a file, and sends it. */
async function sendPicture(tab: Tab): Promise<void> {
  const { bytes = Buffer.alloc(0) } = stage.sandbox.shop.pictures.find(({ story }) => story === 'main') ?? {}
  await tab.click(`${SEARCH} .opblock-summary-control`)
  await tab.click(`${SEARCH} .try-out__btn`)
  await tab.waitFor(`document.querySelector('${SEARCH} input[type=file]') !== null`)
  await tab.evaluate(`(() => {
    const input = document.querySelector('${SEARCH} input[type=file]')
    const files = new DataTransfer()
    files.items.add(new File([Uint8Array.fromBase64('${bytes.toString('base64')}')], 'picture.jpg', { type: 'image/jpeg' }))
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })()`)
  await tab.click(`${SEARCH} .execute`)
  await tab.waitFor(`document.querySelector('${STATUS}') !== null`)
}

async function authorize(tab: Tab, key: string): Promise<void> {
  await tab.click('.auth-wrapper .authorize')
  await tab.waitFor(`document.querySelector('.modal-ux input') !== null`)
  await tab.fill('.modal-ux input', key)
  await tab.click('.modal-ux .auth-btn-wrapper .authorize')
  await tab.click('.modal-ux .btn-done')
}

/** What the browser has kept the page from loading, up to a picture that it is now made to ask for. */
const blockedUpTo = (tab: Tab, planted: string) =>
  tab.evaluate<string[]>(`new Promise((resolve) => {
    const urls = []
    const collect = (reports) => {
      urls.push(...reports.map(({ body }) => body.blockedURL))
      if (urls.includes('${planted}')) resolve(urls)
    }
    new ReportingObserver(collect, { types: ['csp-violation'], buffered: true }).observe()
    new Image().src = '${planted}'
  })`)

test('the page shows every operation, and asks nobody but the worker for anything', async () => {
  const tab = await openDocs()
  const { paths } = (await (await fetch(stage.sandbox.workerUrl + PATHS.openapi)).json()) as { paths: object }
  const operations = Object.values(paths).flatMap((path) => Object.keys(path))
  expect(await tab.evaluate(`document.querySelectorAll('.opblock').length`)).toBe(operations.length)
  const origins = await tab.evaluate<string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)`,
  )
  expect(new Set(origins)).toEqual(new Set([stage.sandbox.workerUrl]))
  const elsewhere = `${stage.sandbox.shop.url}/picture.jpg`
  expect(await blockedUpTo(tab, elsewhere)).toEqual([elsewhere])
})

test('with a wrong key, a search says so', async () => {
  const tab = await openDocs()
  await authorize(tab, 'another')
  await sendPicture(tab)
  expect(await tab.text(STATUS)).toContain('401')
  const problem = JSON.parse(await tab.text(BODY)) as Problem
  expect(problem.code).toBe('unauthorized')
})

test('a picture is searched with a pasted key', async () => {
  const tab = await openDocs()
  await authorize(tab, stage.sandbox.clientKey)
  await sendPicture(tab)
  expect(await tab.text(STATUS)).toContain('200')
  const { offers } = JSON.parse(await tab.text(BODY)) as SearchAnswer
  expect(offers.map(({ offerId }) => offerId)).toContain(stage.sandbox.shop.offerIds('main')[0])
})
