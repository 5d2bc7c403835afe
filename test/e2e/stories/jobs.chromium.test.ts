import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connectionCode } from '@find-on-1688/shared'
import { afterAll, describe, expect, test } from 'vitest'
import { zh } from '../../../extension/src/i18n/zh.ts'
import { CACHE } from '../../tools/paths.ts'
import { setLocal } from '../stage/open-scene.ts'
import { failureCode, keysWork, OFFER, offerCount, offerIds, savedFile, watchSaving } from '../stage/page.ts'
import { type Effort, Person } from '../stage/person.ts'
import type { Stage } from '../stage/stage.ts'
import { useStage } from '../stage/use-stage.ts'

// What people do all day, from the first click to the answer, the shortest way that the screen shows. Each job ends with
// what it was for; `test/.cache/jobs.md` says what each took. Chromium alone, since it is the same app in each browser.

const stage = useStage({ provider: 'crossborder' })
const efforts: Effort[] = []
const FOUND = `document.querySelector('${OFFER}')`
const END = `document.querySelector('${OFFER}, .message')`

function job(name: string, run: (person: Person) => Promise<void>, by: Stage = stage): void {
  test(name, async () => {
    const person = new Person(by)
    await run(person)
    efforts.push(person.effort(name))
  })
}

afterAll(async () => {
  await mkdir(CACHE, { recursive: true })
  const lines = efforts.map(
    ({ job, clicks, keys, waited, estimated }) =>
      `| ${job} | ${clicks} | ${keys} | ${waited} | ${estimated} |`,
  )
  await writeFile(
    join(CACHE, 'jobs.md'),
    [
      '| job | clicks | keys | seconds waited | seconds with a person |',
      '|---|---|---|---|---|',
      ...lines,
    ].join('\n'),
  )
})

// First: after a file was saved, the browser shows its own button beside ours, which is then elsewhere.
job('a search of yesterday', async (person) => {
  await (await stage.results('webp')).close()
  const calls = stage.calls()
  const popup = await person.openPopup('document.querySelector("nav [data-route=history]")')
  await person.click(popup, 'nav [data-route=history]', 'document.querySelector(".past-search .reopen")')
  await person.click(popup, '.past-search .reopen', FOUND)
  expect(stage.calls()).toBe(calls)
})

job('the price for 500', async (person) => {
  const popup = await person.find('main', FOUND)
  await person.press(popup, 'document.activeElement.id === "quantity"', 'q')
  await person.press(popup, undefined, ...'500')
  const first = `document.querySelector('${OFFER} .min-order').innerText`
  await person.click(popup, `${OFFER} .price-tiers`, `!/…/.test(${first})`)
  const [id] = await offerIds(popup)
  const { priceTiers = [] } = stage.sandbox.gateway.catalogue.offer(`${id}`) ?? {}
  const price = priceTiers.findLast(({ minQuantity }) => minQuantity <= 500)?.price
  if (price) expect(await popup.text(`${OFFER} .price`)).toContain(price)
  else expect(await popup.text(`${OFFER} .price`)).toMatch(/\d/)
})

job('worth it, without knowing the weight', async (person) => {
  const popup = await person.find('cors', FOUND)
  await popup.waitFor('document.querySelector("footer .get-figures")')
  await person.click(
    popup,
    'footer .get-figures',
    '/\\d.*%/.test(document.querySelector("footer").innerText)',
  )
})

job('who uses my photo', async (person) => {
  const popup = await person.find('main', FOUND)
  await person.click(popup, '.menu-button', 'document.querySelector("[data-item=photo-reuse]")')
  await person.click(popup, '[data-item=photo-reuse]', 'document.querySelector(".reuse-summary")')
  expect(await popup.text('.reuse-summary')).toMatch(/\d/)
})

job('three on the shortlist, compared, as a workbook', async (person) => {
  const popup = await person.find('main', FOUND)
  for (const count of [1, 2, 3]) {
    await person.press(popup, undefined, 'j')
    await keysWork(popup)
    await person.press(popup, `document.querySelector('.offer.current .save').ariaPressed === 'true'`, 's')
    const compared = `document.querySelector('.compare-link')?.innerText.includes('${count}')`
    await person.press(popup, compared, 'x')
  }
  await person.press(popup, 'document.querySelector(".export")', 'c')
  await watchSaving(popup)
  await person.click(popup, '.export', 'document.querySelector(".menu:popover-open")')
  await person.click(popup, '.menu:popover-open [data-item="xlsx"]')
  expect((await savedFile(popup)).subarray(0, 2).toString()).toBe('PK')
})

job('nothing found', async (person) => {
  const popup = await person.find('unknown', END)
  await popup.waitFor('document.querySelector("[data-suggestion=subject]")')
  await person.click(popup, '[data-suggestion=subject]', 'document.querySelector(".region-frame")')
})

job('cropped to the product', async (person) => {
  const popup = await person.find('main', FOUND)
  await person.click(popup, '.choose-region', 'document.querySelector(".region-frame")')
  await person.press(popup, undefined, 'alt+Left', 'alt+Left')
  await person.click(popup, '.region-view .search', `document.querySelector('.search-whole') && ${END}`)
})

job('a wrong code, then the right one', async (person) => {
  const { workerUrl, clientKey } = stage.sandbox
  const forged = `f1688_0123456789abcdef_${'x'.repeat(43)}`
  const options = await stage.openOptions()
  await person.click(options, '.replace', 'document.querySelector("#code")')
  const wrong = connectionCode({ address: workerUrl, key: forged })
  await person.paste(options, '#code', wrong)
  await person.press(options, 'document.querySelector(".outcome.bad")', 'Return')
  const right = connectionCode({ address: workerUrl, key: clientKey })
  await person.paste(options, '#code', right)
  const works = 'document.querySelector(".connected .outcome.good") && !document.querySelector("#code")'
  await person.press(options, works, 'Return')
})

job('the proxy is down', async (person) => {
  const { workerUrl: address, clientKey } = stage.sandbox
  await setLocal(stage, { proxy: { address: 'http://127.0.0.1:9', clientKey } })
  const popup = await person.find('main', 'document.querySelector(".failure")')
  expect(await failureCode(popup)).toBe('proxy_unreachable')
  expect(await popup.text('.proxy-address')).toContain('http://127.0.0.1:9')
  await person.click(popup, '.open-last', FOUND)
  await setLocal(stage, { proxy: { address, clientKey } })
})

job('ten products in a row', async (person) => {
  const stories = ['main', 'cors', 'webp', 'data', 'no-cors']
  for (const story of [...stories, ...stories]) {
    const popup = await person.find(story, FOUND)
    expect(await offerCount(popup)).toBeGreaterThan(0)
    await popup.close()
  }
})

describe('a newcomer', () => {
  const fresh = useStage({ provider: 'crossborder' })

  job(
    'the first run',
    async (person) => {
      const { workerUrl, clientKey } = fresh.sandbox
      await setLocal(fresh, { proxy: { address: '', clientKey: '' } })
      const welcome = await fresh.openApp('welcome')
      await welcome.waitFor('document.querySelector("#code")')
      await person.paste(welcome, '#code', connectionCode({ address: workerUrl, key: clientKey }))
      await person.press(welcome, 'document.querySelector(".try-it:enabled")', 'Return')
      await person.click(welcome, '.try-it', FOUND)
      expect(await offerCount(welcome)).toBeGreaterThan(0)
    },
    fresh,
  )
})

describe('a Chinese user', () => {
  const chinese = useStage({ provider: 'crossborder', language: 'zh' })

  job(
    'the price for 500, in Chinese',
    async (person) => {
      const popup = await person.find('main', FOUND)
      await person.press(popup, 'document.activeElement.id === "quantity"', 'q')
      await person.press(popup, undefined, ...'500')
      await person.click(
        popup,
        `${OFFER} .price-tiers`,
        `!/…/.test(document.querySelector('${OFFER} .min-order').innerText)`,
      )
      expect(await popup.text('h1')).toContain(zh.offerCount(35))
      expect(await popup.evaluate('document.documentElement.lang')).toBe('zh-CN')
    },
    chinese,
  )
})
