import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEvidenceFile, buildOfferEvidenceFile } from '../../../extension/src/evidence/evidence-file.ts'
import { readFile } from '../../../extension/src/evidence/testing/read-file.ts'
import {
  aDetailedOffer,
  HOSTILE_OFFERS,
  newKey,
  signedDetails,
  signedInput,
} from '../../../extension/src/evidence/testing/signed-input.ts'
import { tamperedFile } from '../../../extension/src/evidence/testing/tampered-file.ts'
import type {
  EvidenceAnswer,
  EvidenceData,
  OfferEvidenceData,
} from '../../../extension/src/evidence/types.ts'
import { en } from '../../../extension/src/i18n/en.ts'
import type { Tab } from '../browser/driver.ts'
import { expectNoViolations } from '../stage/axe.ts'
import { openEvidence, saveEvidence } from '../stage/evidence-file.ts'
import { allowPhotos } from '../stage/open-scene.ts'
import { bytesOf } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
let tab: Tab
let [folder, file] = ['', '']
let data: EvidenceData
let answer: EvidenceAnswer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-on-1688-evidence-'))
  await allowPhotos(stage)
  file = await saveFile()
  data = readFile(file).data
  answer = data.answers[0] ?? expect.fail('there is no answer in the file')
  tab = await stage.driver.open('about:blank')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Opens a file from disk, and returns the state that it reports: `not_run` if its script does not run. */
async function stateOf(html: string, settled = `!== 'not_run'`): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.html`)
  await writeFile(path, html)
  await tab.goto(pathToFileURL(path).href)
  const state = `document.querySelector('#status')?.dataset.state`
  await tab.waitFor(`${state} && ${state} ${settled}`)
  return tab.evaluate<string>(state)
}

test('an evidence file is valid, shows everything that was found, and loads nothing', async () => {
  expect(await stateOf(file)).toBe('holds')
  expect(await tab.text('#status')).toContain('signed and unchanged: 2 of 2')
  const offers = data.answers.flatMap((one) => one.offers)
  expect(await tab.evaluate(`document.querySelectorAll('.offers > li').length`)).toBe(offers.length)
  expect(await tab.text('.offers')).toContain(offers[0]?.title)
  expect(
    await tab.evaluate(
      `document.images.length > 10 && [...document.images].every((image) => image.naturalWidth > 0)`,
    ),
  ).toBe(true)
  expect(await tab.evaluate(`getComputedStyle(document.querySelector('#status')).borderTopWidth`)).toBe('2px')
  expect(
    await tab.evaluate(
      `performance.getEntriesByType('resource').filter((one) => !one.name.startsWith('data:')).length`,
    ),
  ).toBe(0)
  await expectNoViolations(tab, 'evidence')
})

test('if chosen, the file contains the picture as it was found, and where', async () => {
  const shown = stage.sandbox.shop
  const { bytes } = shown.pictures.find(({ story }) => story === 'main') ?? {}
  expect(data.found.why).toBeNull()
  expect(data.found.picture?.split(',')[1]).toBe(Buffer.from(bytes ?? []).toString('base64'))
  expect(data.page?.address).toContain(shown.url)
  expect(data.page?.title).not.toBe('')
  expect(Object.values(data.verdicts ?? {})).toContainEqual(expect.objectContaining({ kind: 'same' }))
})

test('a changed price, picture or time is detected', async () => {
  const [head, payload, signature] = answer.attestation?.split('.') ?? []
  const price = answer.offers[0]?.price
  expect(await stateOf(changed(file, `"price":"${price}"`, `"price":"1${price}"`))).toBe('changed')
  expect(await tab.text('#status')).toContain('Changed')
  expect(await tab.text('#status')).toContain('1 of 2')
  await expectNoViolations(tab, 'changed evidence')
  const bytes = bytesOf(data.sent)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  const other = `data:image/jpeg;base64,${bytes.toString('base64')}`
  expect(await stateOf(changed(file, `"sent":"${data.sent}"`, `"sent":"${other}"`))).toBe('changed')
  const said = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
  const later = Buffer.from(JSON.stringify({ ...said, iat: said.iat + 3600 })).toString('base64url')
  const attestation = [head, later, signature].join('.')
  expect(await stateOf(changed(file, answer.attestation ?? '', attestation))).toBe('changed')
})

test('another key under the same name is detected', async () => {
  const { keys } = await newKey()
  const [mine, other] = [data.keys, keys].map((set) => set?.keys[0]?.x ?? '') as [string, string]
  expect(await stateOf(changed(file, mine, other))).toBe('changed')
})

test('a change to an unsigned part is detected', async () => {
  const { title = '' } = data.page ?? {}
  expect(await stateOf(changed(file, JSON.stringify(title), '"Another shop"'))).toBe('rest_changed')
  expect(await tab.text('#status')).toContain('Changed after it was saved')
})

test('a changed script does not run, and the file says that nothing was checked', async () => {
  const broken = changed(file, 'changed.length > 0', 'changed.length > 9')
  expect(await stateOf(broken, `=== 'not_run'`)).toBe('not_run')
  expect(await tab.text('main')).toContain('Nothing has been checked yet')
  expect(await tab.evaluate(`document.querySelector('.offers')`)).toBe(null)
})

test('text added beside the data is dropped', async () => {
  await stateOf(changed(file, '</main>', '</main><p class="forged">Confirmed by a court</p>'))
  expect(await tab.evaluate(`document.querySelector('.forged')`)).toBe(null)
})

test('a file without signatures says so', async () => {
  const answers = data.answers.map((one) => ({ ...one, attestation: null }))
  expect(await stateOf(await buildEvidenceFile({ ...data, answers }))).toBe('unsigned')
  await expectNoViolations(tab, 'unsigned evidence')
})

test('hostile offers are shown as text, and nothing in them runs', async () => {
  expect(await stateOf(await buildEvidenceFile(await signedInput(await newKey(), { language: 'zh' })))).toBe(
    'holds',
  )
  expect(await tab.text('.offers')).toContain(HOSTILE_OFFERS[0]?.supplier.name?.slice(0, 40))
  expect(await tab.evaluate(`'taken' in window || document.querySelectorAll('[onerror]').length > 0`)).toBe(
    false,
  )
  expect(await tab.evaluate(`[...document.links].map((link) => link.href).join()`)).toBe(
    'https://detail.1688.com/offer/42.html',
  )
})

test('a file of an offer shows what its answers say side by side, and what differs, and checks them', async () => {
  const key = await newKey()
  const [hostile = expect.fail()] = HOSTILE_OFFERS
  const { title } = hostile
  const before = aDetailedOffer({ ...hostile, status: 'active', stock: 0 })
  const after = aDetailedOffer({ ...hostile, status: 'unavailable', stock: 0, price: '9.60', priceTiers: [] })
  const signed = [await signedDetails(key, before), await signedDetails(key, after, 86_400)]
  const html = await buildOfferEvidenceFile({
    ...{ language: 'en', version: '1.0.0', keys: key.keys, workerAddress: 'https://proxy.example' },
    details: signed,
  })
  expect(await stateOf(html)).toBe('holds')
  expect(await tab.text('#status')).toContain('signed and unchanged: 2 of 2')
  const rows = await tab.evaluate<string[][]>(
    `[...document.querySelector('table').rows].map((row) => [...row.cells].map((cell) => cell.textContent))`,
  )
  const row = (name: string) => rows.find(([head = '']) => head.startsWith(name))
  expect(row('Can be bought')).toEqual(['Can be bought (differs)', 'yes', 'no'])
  expect(row('In stock')).toEqual(['In stock', '0', '0'])
  expect(row('Title')?.[1]).toContain(title.slice(0, 40))
  expect(row('Variant 蓝色 (Blue)')?.[1]).toContain('in stock: not stated')
  expect(rows[0]?.[2]).toContain('2026-11-25 11:06:40 UTC')
  await expectNoViolations(tab, 'evidence of an offer')
  expect(await tab.evaluate(`'taken' in window || document.querySelectorAll('[onerror]').length > 0`)).toBe(
    false,
  )
  const forged = await tamperedFile(html, (data) => forgePrice(data as unknown as OfferEvidenceData), true)
  expect(await stateOf(forged)).toBe('changed')
  expect(await tab.text('#status')).toContain('1 of 2')
})

function forgePrice({ details: [one] }: OfferEvidenceData): void {
  Object.assign(one?.offer ?? {}, { price: '1.00' })
}

async function saveFile(): Promise<string> {
  const app = await openEvidence(stage)
  expect(await app.text('.evidence-view')).toContain(en.evidence.allSigned(2))
  expect(await app.evaluate('document.querySelector("#include-page").checked')).toBe(false)
  await app.click('#include-page')
  const html = await saveEvidence(app)
  expect(await app.text('.evidence-view .buttons')).toContain(
    en.evidence.savedSummary({ unread: 0, noRoom: 0 }),
  )
  await app.close()
  return html
}

function changed(html: string, from: string, to: string): string {
  expect(html).toContain(from)
  return html.replace(from, () => to)
}
