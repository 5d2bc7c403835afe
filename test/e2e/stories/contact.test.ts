import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { unzip } from '../../tools/unzip.ts'
import type { View } from '../browser/driver.ts'
import { untilSaved } from '../stage/open-scene.ts'
import { keysWork, nextRow, OFFER_IDS, savedFile, storage, stored, watchSaving } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

// Its answers have the sellers' login names.
const stage = useStage({ provider: 'image-search' })
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-on-1688-pictures-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const show = (app: View, hash: string) => app.evaluate(`void (location.hash = '${hash}')`)
const saved = (app: View) => stored<Entry>(app, 'shortlist')

interface Entry {
  offerId: string
  contacted?: { at: number; message: string | null }[]
}

test('by two keys a message is copied and noted as sent, with the text; undo takes both back', async () => {
  const app = await stage.resultsInTab()
  await nextRow(stage, app)
  const offerId = await app.evaluate<string>('document.querySelector(".offer.current").dataset.offer')
  await stage.driver.press('i')
  await app.waitFor(
    `document.querySelector('.toast')?.innerText.includes(${JSON.stringify(en.contact.copiedNotice)})`,
  )
  await keysWork(app)
  await stage.driver.press('m')
  await app.waitFor('document.querySelector(".toast .undo")')
  await expect
    .poll(() => saved(app))
    .toMatchObject([
      {
        offerId,
        contacted: [{ message: expect.stringContaining(`offer/${offerId}.html`), at: expect.any(Number) }],
      },
    ])
  await app.click('.toast .undo')
  await expect.poll(() => saved(app)).toEqual([])
})

test('suppliers are written to one after the other, each once, and the shortlist says when', async () => {
  const app = await stage.resultsInTab()
  const ids = await app.evaluate<string[]>(OFFER_IDS)
  for (const row of [0, 1]) {
    const save = `document.querySelectorAll('.offer[data-offer]')[${row}].querySelector('.save')`
    await app.evaluate(`${save}.click()`)
    await app.waitFor(`${save}.ariaPressed === 'true'`)
  }
  await show(app, 'shortlist')
  await app.click('.message-suppliers')
  await app.waitFor('document.querySelectorAll(".supplier-message").length === 2')
  await app.waitFor('document.querySelector(".supplier-message:nth-child(1).open .message-text")')
  const chat = new URL(await app.evaluate<string>('document.querySelector(".open .chat-link").href'))
  expect(chat.host).toBe('air.1688.com')
  expect(chat.searchParams.get('touid')).toMatch(/^cnalichn./)
  const text = await app.evaluate<string>('document.querySelector(".open .message-text").value')
  expect(ids.slice(0, 2)).toContain(chat.searchParams.get('offerId'))
  expect(text).toContain(`offer/${chat.searchParams.get('offerId')}.html`)

  await app.click('.open .copy-message')
  await app.waitFor('document.querySelector(".supplier-message:nth-child(1) .state")')
  await app.click('.open .next-supplier')
  await app.waitFor('document.querySelector(".supplier-message:nth-child(2).open .message-text")')
  expect(await app.evaluate('document.activeElement.closest(".supplier-message.open") !== null')).toBe(true)
  await app.evaluate(`(() => {
    const field = document.querySelector('.open .message-text')
    field.value = '在吗？'
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })()`)
  // What was typed is still there after another supplier was open.
  await app.click('.supplier-message:nth-child(1) .supplier-heading')
  await app.waitFor('document.querySelector(".supplier-message:nth-child(1).open .message-text")')
  await app.click('.supplier-message:nth-child(2) .supplier-heading')
  await app.waitFor('document.querySelector(".supplier-message:nth-child(2).open .message-text")')
  expect(await app.evaluate('document.querySelector(".open .message-text").value')).toBe('在吗？')
  await app.click('.open .copy-message')
  await app.waitFor('document.querySelector(".supplier-message:nth-child(2) .state")')
  await keysWork(app)
  await stage.driver.press('m')
  await app.waitFor('document.querySelector(".supplier-message:nth-child(2) .state.done")')
  const contacted = async () => (await saved(app)).flatMap(({ contacted = [] }) => contacted)
  await expect.poll(contacted).toMatchObject([{ message: '在吗？' }])

  await show(app, 'shortlist')
  await app.waitFor('document.querySelectorAll(".contact-state.done").length === 1')
  await app.click('.contact-state.done')
  await app.waitFor('document.querySelector(".contacts summary")')
  await app.click('.contacts .remove')
  await app.waitFor('!document.querySelector(".contacts")')
  expect(await contacted()).toEqual([])
  await app.click('.toast .undo')
  await app.waitFor('document.querySelector(".contacts summary")')
})

test('an offer’s pictures are saved as one zip, with what could not be read said in its text', async () => {
  const app = await stage.resultsInTab()
  const [offerId = ''] = await app.evaluate<string[]>(OFFER_IDS)
  await show(app, `pictures/${offerId}`)
  await app.waitFor('document.querySelector(".offer-pictures .grant-host")')
  await app.click('.offer-pictures .grant-host')
  await stage.driver.acceptQuestion()
  await app.waitFor('!document.querySelector(".offer-pictures .grant-host")')
  // The searched picture is at that host, too, so it is searched again, and has no details yet.
  await untilSaved(stage, "sent.how === 'original'")
  await stage.driver.background(`(async () => {
    const { search } = await ${storage('session')}.get('search')
    const offer = search.lists[search.mode].offers.find(({ offerId }) => offerId === '${offerId}')
    const gone = new URL(offer.imageUrl).origin + '/gone.jpg'
    const details = { ...offer, images: [offer.imageUrl, gone], variants: [], attributes: [],
      shipping: { weightKg: null, lengthCm: null, widthCm: null, heightCm: null } }
    await ${storage('session')}.set({ search: { ...search, details: { '${offerId}': { state: 'done', offer: details } } } })
  })()`)
  await app.waitFor('document.querySelectorAll(".picture-grid img").length === 2')
  await watchSaving(app)
  await app.click('.save-zip')
  const path = join(folder, 'pictures.zip')
  await writeFile(path, await savedFile(app))
  await app.waitFor('document.querySelector(".offer-pictures [role=status]")?.innerText.includes("1688-")')
  const files = unzip(readFileSync(path))
  const names = [...files.keys()]
  expect(names).toHaveLength(2)
  expect(names[0]).toBe('offer.txt')
  const imageUrl = await app.evaluate<string>('document.querySelector(".picture-grid img").src')
  const original = Buffer.from(await (await fetch(imageUrl)).arrayBuffer())
  expect(files.get(names[1] ?? '')?.equals(original), 'the picture is as its host has it').toBe(true)
  const text = files.get('offer.txt')?.toString('utf8') ?? ''
  expect(text).toContain(`offer/${offerId}.html`)
  expect(text).toMatch(/NOT SAVED\n\S+gone\.jpg: /)
})
