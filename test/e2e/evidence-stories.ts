import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EvidenceAnswer, EvidenceData } from '../../extension/src/evidence/evidence.ts'
import { evidenceFile } from '../../extension/src/evidence/evidence-file.ts'
import { readFile } from '../../extension/src/evidence/testing/read-file.ts'
import { HOSTILE_OFFERS, newKey, signedInput } from '../../extension/src/evidence/testing/signed.ts'
import { expectNoViolations } from './axe.ts'
import type { BrowserName, Tab } from './browser/index.ts'
import { openEvidence, savedEvidence } from './saved-evidence.ts'
import { allowPhotos } from './scenes.ts'
import { openStage, type Stage } from './stage.ts'

/** A file of evidence: saved by who searched, and opened from disk as somebody would who was sent it. */
export function tellEvidenceStories(name: BrowserName): void {
  describe(`an evidence file in ${name}`, () => {
    let [stage, tab]: [Stage?, Tab?] = []
    let [folder, file] = ['', '']
    let data: EvidenceData
    let answer: EvidenceAnswer

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'find-on-1688-evidence-'))
      stage = await openStage(name, { provider: 'crossborder' })
      await allowPhotos(stage)
      file = await savedFile(stage)
      data = readFile(file).data
      answer = data.answers[0] ?? expect.fail('there is no answer in the file')
      tab = await stage.driver.open('about:blank')
    }, 150_000)
    afterAll(async () => {
      await stage?.close()
      await rm(folder, { recursive: true, force: true })
    })

    const opened = () => tab ?? expect.fail('no tab')

    /** Opens it, and gives the state it comes to; a script that does not run leaves `not_run`. */
    async function stateOf(html: string, settled = `!== 'not_run'`): Promise<string> {
      const path = join(folder, `${crypto.randomUUID()}.html`)
      await writeFile(path, html)
      await opened().goto(pathToFileURL(path).href)
      const state = `document.querySelector('#status')?.dataset.state`
      await opened().waitFor(`${state} && ${state} ${settled}`)
      return opened().evaluate<string>(state)
    }

    test('holds, shows all that was found, and loads nothing', async () => {
      expect(await stateOf(file)).toBe('holds')
      expect(await opened().text('#status')).toContain('signed and unchanged: 2 of 2')
      const offers = data.answers.flatMap((one) => one.offers)
      expect(await opened().evaluate(`document.querySelectorAll('.offers > li').length`)).toBe(offers.length)
      expect(await opened().text('.offers')).toContain(offers[0]?.title)
      expect(
        await opened().evaluate(
          `document.images.length > 10 && [...document.images].every((image) => image.naturalWidth > 0)`,
        ),
      ).toBe(true)
      expect(
        await opened().evaluate(`getComputedStyle(document.querySelector('#status')).borderTopWidth`),
      ).toBe('2px')
      expect(
        await opened().evaluate(
          `performance.getEntriesByType('resource').filter((one) => !one.name.startsWith('data:')).length`,
        ),
      ).toBe(0)
      await expectNoViolations(opened(), 'evidence')
    })

    test('holds the picture as it was found, and where that was, for the person wished it', async () => {
      const shown = stage?.sandbox.shop
      const { bytes } = shown?.pictures.find(({ story }) => story === 'main') ?? {}
      expect(data.found.why).toBeNull()
      expect(data.found.picture?.split(',')[1]).toBe(Buffer.from(bytes ?? []).toString('base64'))
      expect(data.page?.address).toContain(shown?.url)
      expect(data.page?.title).not.toBe('')
      expect(Object.values(data.verdicts ?? {})).toContainEqual(expect.objectContaining({ kind: 'same' }))
    })

    test('does not hold with another price, another byte of the picture or another time', async () => {
      const [head, payload, signature] = answer.attestation?.split('.') ?? []
      const price = answer.offers[0]?.price
      expect(await stateOf(changed(file, `"price":"${price}"`, `"price":"1${price}"`))).toBe('changed')
      expect(await opened().text('#status')).toContain('Changed')
      expect(await opened().text('#status')).toContain('1 of 2')
      await expectNoViolations(opened(), 'changed evidence')
      const bytes = Buffer.from(data.sent.split(',')[1] ?? '', 'base64')
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      const other = `data:image/jpeg;base64,${bytes.toString('base64')}`
      expect(await stateOf(changed(file, `"sent":"${data.sent}"`, `"sent":"${other}"`))).toBe('changed')
      const said = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
      const later = Buffer.from(JSON.stringify({ ...said, iat: said.iat + 3600 })).toString('base64url')
      const attestation = [head, later, signature].join('.')
      expect(await stateOf(changed(file, answer.attestation ?? '', attestation))).toBe('changed')
    })

    test('does not hold with another key of the same name', async () => {
      const { keys } = await newKey()
      const [mine, other] = [data.keys, keys].map((set) => set?.keys[0]?.x ?? '') as [string, string]
      expect(await stateOf(changed(file, mine, other))).toBe('changed')
    })

    test('says so where a part without a signature was changed', async () => {
      const { title = '' } = data.page ?? {}
      expect(await stateOf(changed(file, JSON.stringify(title), '"Another shop"'))).toBe('rest_changed')
      expect(await opened().text('#status')).toContain('Changed after it was saved')
    })

    test('says that nothing was checked where its script was changed, for then it does not run', async () => {
      const broken = changed(file, 'changed.length > 0', 'changed.length > 9')
      expect(await stateOf(broken, `=== 'not_run'`)).toBe('not_run')
      expect(await opened().text('main')).toContain('Nothing has been checked yet')
      expect(await opened().evaluate(`document.querySelector('.offers')`)).toBe(null)
    })

    test('drops what somebody wrote beside its data', async () => {
      await stateOf(changed(file, '</main>', '</main><p class="forged">Confirmed by a court</p>'))
      expect(await opened().evaluate(`document.querySelector('.forged')`)).toBe(null)
    })

    test('says that it is not signed where it is not', async () => {
      const answers = data.answers.map((one) => ({ ...one, attestation: null }))
      expect(await stateOf(await evidenceFile({ ...data, answers }))).toBe('unsigned')
      await expectNoViolations(opened(), 'unsigned evidence')
    })

    test('of hostile offers shows their text and runs none of it', async () => {
      expect(await stateOf(await evidenceFile(await signedInput(await newKey(), { language: 'zh' })))).toBe(
        'holds',
      )
      expect(await opened().text('.offers')).toContain(HOSTILE_OFFERS[0]?.supplier.name?.slice(0, 40))
      expect(
        await opened().evaluate(`'taken' in window || document.querySelectorAll('[onerror]').length > 0`),
      ).toBe(false)
      expect(await opened().evaluate(`[...document.links].map((link) => link.href).join()`)).toBe(
        'https://detail.1688.com/offer/42.html',
      )
    })
  })
}

async function savedFile({ driver }: Stage): Promise<string> {
  const app = await openEvidence(driver)
  expect(await app.text('.evidence-view')).toContain('all 2 answers are unchanged')
  expect(await app.evaluate('document.querySelector("#with-where").checked')).toBe(false)
  await app.click('#with-where')
  const html = await savedEvidence(app)
  expect(await app.text('.evidence-view .buttons')).toContain('All of it is in the file.')
  await app.close()
  return html
}

function changed(html: string, from: string, to: string): string {
  expect(html).toContain(from)
  return html.replace(from, () => to)
}
