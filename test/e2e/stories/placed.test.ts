import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { PORT } from '../../fakes/pages/page.ts'
import { PLACED, type PlacedPicture } from '../../fakes/pages/placed.ts'
import { PAGE_HOSTS, type PageServer, startPages } from '../../fakes/pages/server.ts'
import type { Tab } from '../browser/driver.ts'
import { setLocal } from '../stage/open-scene.ts'
import { clickAndRead } from '../stage/page-outcome.ts'
import { useStage } from '../stage/use-stage.ts'

const browser = inject('browser')
const stage = useStage({ hosts: PAGE_HOSTS })
let server: PageServer

beforeAll(async () => {
  server = await startPages()
  // What would be sent is looked at, and not sent.
  await setLocal(stage, { askFirst: true })
})

afterAll(() => server.close())

async function opened({ name, html }: PlacedPicture): Promise<Tab> {
  const body = `<div style="padding:20px">${html}</div>`
  const address = `http://www.shop.test:${PORT}/frame?body=${encodeURIComponent(body)}`
  const page = { name, like: '', html: '', address, right: {} }
  return stage.driver.open(server.addressOf(page, browser))
}

test.each(PLACED.filter(({ only }) => !only || only === browser))('$name', async (picture) => {
  const { colour, quarters, from, how, share = 0.97, whole, at } = picture
  const tab = await opened(picture)
  const { sent, ...rest } = await clickAndRead(stage.driver, tab, { selector: '#t', ...(at && { at }) })
  expect(rest).toMatchObject({ choices: expect.any(Number) })
  expect(sent).toMatchObject({ from, ...(how ? { how } : { placed: whole !== true }) })
  if (how !== 'capture') expect(sent?.how).not.toBe('capture')
  if (quarters) expect(sent?.quarters).toEqual(quarters)
  if (colour) expect(sent).toMatchObject({ mostly: colour })
  if (colour && !whole) expect(sent?.share).toBeGreaterThanOrEqual(share)
})
