import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { pagesFor } from '../../fakes/pages/index.ts'
import { limitOf } from '../../fakes/pages/limits.ts'
import { PAGE_HOSTS, type PageServer, startPages } from '../../fakes/pages/server.ts'
import { faultOf, inWords, type PageOutcome } from '../../fakes/pages/verdict.ts'
import { CACHE } from '../../tools/paths.ts'
import { setLocal } from '../stage/open-scene.ts'
import { clickAndRead } from '../stage/page-outcome.ts'
import { useStage } from '../stage/use-stage.ts'

const browser = inject('browser')
const stage = useStage({ hosts: PAGE_HOSTS })

interface Row {
  page: string
  kind: string
  first: PageOutcome & { fault?: string }
  later: PageOutcome & { fault?: string }
}

let server: PageServer
const rows: Row[] = []

beforeAll(async () => {
  server = await startPages()
  // What would be sent is looked at, and not sent.
  await setLocal(stage, { askFirst: true })
})

afterAll(() => server.close())

/** `PAGES=all` opens every page, `PAGES=a,b` two of them. */
test.each(pagesFor(browser, process.env.PAGES))('$kind: $name', async (page) => {
  const tab = await stage.driver.open(server.addressOf(page, browser))
  const target = { selector: page.click ?? '#t', ...(page.at && { at: page.at }) }
  const read = async (mayChoose: boolean) => {
    const outcome = await clickAndRead(stage.driver, tab, target)
    const fault = faultOf(page.right, outcome, mayChoose)
    return { ...outcome, ...(fault && { fault }) }
  }
  // Where Chromium names no picture, nothing tells at the first click where the pointer is.
  const first = await read(browser === 'chromium')
  const later = await read(false)
  rows.push({ page: page.name, kind: page.kind, first, later })
  await save()
  const faults = Object.entries({ first, later }).flatMap(([click, { fault, ...outcome }]) =>
    fault && !limitOf(page.name, browser, click) ? [`${click} click: ${fault}: ${inWords(outcome)}`] : [],
  )
  expect(faults).toEqual([])
})

/** The whole result as a table and as data. */
async function save(): Promise<void> {
  const cell = ({ fault, ...outcome }: Row['first']) => `${fault ? '✗ ' : ''}${inWords(outcome)}`
  const lines = rows.map(
    ({ page, kind, first, later }) => `| ${kind} | ${page} | ${cell(first)} | ${cell(later)} |`,
  )
  const table = ['| kind | page | first click | later click |', '|---|---|---|---|', ...lines, '']
  await mkdir(CACHE, { recursive: true })
  await writeFile(join(CACHE, `pages-${browser}.md`), table.join('\n'))
  await writeFile(join(CACHE, `pages-${browser}.json`), JSON.stringify(rows, null, 1))
}
