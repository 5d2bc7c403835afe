import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AttestationKeys, PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EvidenceInput } from '../../extension/src/evidence/evidence.ts'
import { evidenceFile } from '../../extension/src/evidence/evidence-file.ts'
import { HOSTILE_OFFERS, newKey, signedInput } from '../../extension/src/evidence/testing/signed.ts'
import { type BrowserName, type Driver, launch, type Tab } from '../browser/index.ts'
import { buildExtension } from '../command/build-extension.ts'
import { CACHE } from '../command/paths.ts'
import { type Sandbox, startSandbox } from '../sandbox/index.ts'
import { expectNoViolations } from './axe.ts'

/** A saved file, opened from disk as somebody would who was sent it. */
export function tellEvidenceStories(name: BrowserName): void {
  describe(`an evidence file in ${name}`, () => {
    let sandbox: Sandbox
    let driver: Driver
    let folder: string
    let tab: Tab
    let input: EvidenceInput
    let file: string

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'find-on-1688-evidence-'))
      sandbox = await startSandbox()
      input = await searched(sandbox)
      file = await evidenceFile(input)
      const target = name === 'chromium' ? 'chrome' : 'firefox'
      const extensionDir = await buildExtension(target, { outDir: join(CACHE, `stories-${name}`) })
      driver = await launch(name, { extensionDir })
      tab = await driver.open('about:blank')
    }, 120_000)
    afterAll(async () => {
      await driver?.close()
      await sandbox?.close()
      await rm(folder, { recursive: true, force: true })
    })

    /** Opens it, and gives the state it comes to; a script that does not run leaves `not_run`. */
    async function stateOf(html: string, settled = `!== 'not_run'`): Promise<string> {
      const path = join(folder, `${crypto.randomUUID()}.html`)
      await writeFile(path, html)
      await tab.goto(pathToFileURL(path).href)
      const state = `document.querySelector('#status')?.dataset.state`
      await tab.waitFor(`${state} && ${state} ${settled}`)
      return tab.evaluate<string>(state)
    }

    test('of an answer that the worker signed holds, and shows what was found', async () => {
      expect(await stateOf(file)).toBe('holds')
      expect(await tab.text('#status')).toContain('The signature holds')
      const { offers } = input.answer
      expect(await tab.evaluate(`document.querySelectorAll('.offers > li').length`)).toBe(offers.length)
      expect(await tab.text('.offers')).toContain(offers[0]?.title)
      expect(await tab.evaluate(`[...document.images].every((image) => image.naturalWidth > 0)`)).toBe(true)
      expect(await tab.evaluate(`getComputedStyle(document.querySelector('#status')).borderTopWidth`)).toBe(
        '2px',
      )
      await expectNoViolations(tab, 'evidence')
    })

    test('loads nothing', async () => {
      expect(await stateOf(file)).toBe('holds')
      expect(
        await tab.evaluate(
          `performance.getEntriesByType('resource').filter((one) => !one.name.startsWith('data:')).length`,
        ),
      ).toBe(0)
    })

    test('does not hold with another price, another byte of the picture or another time', async () => {
      const [head, payload, signature] = input.answer.attestation?.split('.') ?? []
      const price = input.answer.offers[0]?.price
      expect(await stateOf(changed(file, `"price":"${price}"`, `"price":"1${price}"`))).toBe('changed')
      expect(await tab.text('#status')).toContain('Changed')
      await expectNoViolations(tab, 'changed evidence')
      const bytes = Buffer.from(input.sent.split(',')[1] ?? '', 'base64')
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      const other = `data:image/jpeg;base64,${bytes.toString('base64')}`
      expect(await stateOf(changed(file, `"sent":"${input.sent}"`, `"sent":"${other}"`))).toBe('changed')
      const said = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
      const later = Buffer.from(JSON.stringify({ ...said, iat: said.iat + 3600 })).toString('base64url')
      const attestation = [head, later, signature].join('.')
      expect(await stateOf(changed(file, input.answer.attestation ?? '', attestation))).toBe('changed')
    })

    test('does not hold with another key of the same name', async () => {
      const key = await newKey()
      const [mine, other] = [input.keys.keys[0]?.x ?? '', key.keys.keys[0]?.x ?? '']
      expect(await stateOf(changed(file, mine, other))).toBe('changed')
    })

    test('says so where a part without a signature was changed', async () => {
      expect(await stateOf(changed(file, 'A shop', 'B shop'))).toBe('rest_changed')
      expect(await tab.text('#status')).toContain('Changed after it was saved')
    })

    test('says that nothing was checked where its script was changed, for then it does not run', async () => {
      const broken = changed(file, 'return changed.length > 0', 'return changed.length > 9')
      expect(await stateOf(broken, `=== 'not_run'`)).toBe('not_run')
      expect(await tab.text('main')).toContain('Nothing has been checked yet')
      expect(await tab.evaluate(`document.querySelector('.offers')`)).toBe(null)
    })

    test('drops what somebody wrote beside its data', async () => {
      await stateOf(changed(file, '</main>', '</main><p class="forged">Confirmed by a court</p>'))
      expect(await tab.evaluate(`document.querySelector('.forged')`)).toBe(null)
    })

    test('says that it is not signed where it is not', async () => {
      const answer = { ...input.answer, attestation: null }
      expect(await stateOf(await evidenceFile({ ...input, answer }))).toBe('unsigned')
      await expectNoViolations(tab, 'unsigned evidence')
    })

    test('of hostile offers shows their text and runs none of it', async () => {
      expect(await stateOf(await evidenceFile(await signedInput(await newKey(), { language: 'zh' })))).toBe(
        'holds',
      )
      expect(await tab.text('.offers')).toContain(HOSTILE_OFFERS[0]?.supplier.name?.slice(0, 40))
      expect(
        await tab.evaluate(`'taken' in window || document.querySelectorAll('[onerror]').length > 0`),
      ).toBe(false)
      expect(await tab.evaluate(`[...document.links].map((link) => link.href).join()`)).toBe(
        'https://detail.1688.com/offer/42.html',
      )
    })
  })
}

function changed(html: string, from: string, to: string): string {
  expect(html).toContain(from)
  return html.replace(from, () => to)
}

/** A picture of the shop, searched, with all that a file takes. */
async function searched({ workerUrl, clientKey, shop }: Sandbox): Promise<EvidenceInput> {
  const { bytes } = shop.pictures.find(({ type }) => type === 'image/jpeg') ?? { bytes: [] }
  const body = new Uint8Array(bytes)
  const headers = { Authorization: `Bearer ${clientKey}`, 'Content-Type': 'image/jpeg' }
  const response = await fetch(`${workerUrl}${PATHS.search}?pageSize=20`, { method: 'POST', headers, body })
  const {
    searchId,
    provider,
    mode,
    offers,
    image,
    attestation = null,
  } = (await response.json()) as SearchAnswer
  const keys = (await (await fetch(workerUrl + PATHS.attestationKeys)).json()) as AttestationKeys
  const sent = `data:image/jpeg;base64,${Buffer.from(body).toString('base64')}`
  expect(offers).not.toHaveLength(0)
  return {
    language: 'en',
    version: '1.0.0',
    sent,
    found: null,
    foundAt: '2026-11-24T11:06:00.000Z',
    page: { address: shop.url, title: 'A shop' },
    answer: {
      ...{ searchId, provider, mode, offers, attestation },
      query: { mode, page: 1, pageSize: 20, language: 'en' },
      imageSha256: image?.sha256 ?? null,
    },
    keys,
    workerAddress: workerUrl,
    offerPictures: Object.fromEntries(offers.map(({ offerId }) => [offerId, sent])),
    verdicts: { [offers[0]?.offerId ?? '']: { kind: 'same_photo', words: 'The same photo', method: '1' } },
  }
}
