import { beforeAll, expect, inject, test } from 'vitest'
import { pagesFor } from '../../fakes/pages/index.ts'
import { PAGE_HOSTS, startPages } from '../../fakes/pages/server.ts'
import { until } from '../browser/wait.ts'
import { failureCode, OFFER, sentPicture } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ hosts: PAGE_HOSTS })
const browser = inject('browser')
let pdf = ''

beforeAll(async () => {
  const server = await startPages()
  const [page] = pagesFor(browser, 'pdf-tab')
  if (!page) throw new Error('there is no such page')
  pdf = server.addressOf(page, browser)
  return () => server.close()
})

test('where no extension is let in, a screenshot can be cropped, and nothing is sent before', async () => {
  const tab = await stage.driver.open(pdf)
  // Until its document is there, a viewer's menu is that of an empty page, and goes with it.
  const popup = await until('the popup to open', async () => {
    await tab.findOn1688('html')
    return stage.driver.popup(5_000)
  })
  await popup.waitFor('document.querySelector(".message .detail code")')
  expect(await failureCode(popup)).toBe('page_closed')
  await popup.click('.message button.primary')
  await popup.waitFor('document.querySelector(".confirm-send img")')
  const whole = await sentPicture(stage)
  expect(whole).toMatchObject({ how: 'area' })
  expect(await popup.evaluate(`document.querySelectorAll("${OFFER}").length`)).toBe(0)
  await popup.click('.confirm-send .primary')
  await popup.waitFor('document.querySelector(".region-view .search")')
  await popup.click('.region-view .search')
  await popup.waitFor(`document.querySelector("${OFFER}, .message, .no-match")`)
  const part = await sentPicture(stage)
  // In the screenshot's own pixels, of which the whole was reduced to 800.
  expect(part).toMatchObject({ how: 'part' })
  expect(part?.fromWidth).toBeGreaterThan(800)
  expect(part?.fromWidth).toBeLessThan(whole?.fromWidth ?? 0)
})
