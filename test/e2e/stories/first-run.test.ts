import { expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { setLocal } from '../stage/open-scene.ts'
import { settled, storage } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage()

const local = (key: string) =>
  stage.driver.background<Record<string, unknown>>(`${storage('local')}.get('${key}')`)

const currentSearch = () =>
  stage.driver.background<unknown>(`${storage('session')}.get('search').then(({ search }) => search ?? null)`)

test('the first page asks once for the website of 1688’s pictures, which then covers each of its hosts', async () => {
  const welcome = await stage.openApp('welcome')
  await welcome.waitFor('document.querySelector(".offer-photos .grant-host")')
  await welcome.click('.offer-photos .grant-host')
  await stage.driver.acceptQuestion()
  await welcome.waitFor(
    `document.querySelector('.offer-photos').innerText.includes('${en.offerPhotosAllowed}')`,
  )
  expect(
    await stage.driver.background(
      `(globalThis.browser ?? chrome).permissions.contains({ origins: ['https://cbu01.alicdn.com/*'] })`,
    ),
  ).toBe(true)
  expect(await welcome.evaluate('document.querySelector(".offer-photos .grant-host")')).toBe(null)
  const options = await stage.openOptions()
  await options.click('.granted-hosts button')
  await options.waitFor('!document.querySelector(".granted-hosts button")')
})

test('the first page stores what it is used for and where results open', async () => {
  const welcome = await stage.openApp('welcome')
  await welcome.click('[name=focus][value=brand]')
  await expect.poll(async () => (await local('habits')).habits).toMatchObject({ focus: 'brand' })
  await welcome.click('[name=surface][value=panel]')
  await expect.poll(async () => (await local('openIn')).openIn).toBe('panel')
  await setLocal(stage, { openIn: 'popup' })
  await welcome.waitFor('document.querySelector("[name=surface][value=popup]").checked')
})

test('the first page says how to pin the button only where the browser hides it', async () => {
  const isOnToolbar = await stage.driver.background<boolean | undefined>(
    `(globalThis.browser ?? chrome).action.getUserSettings?.().then((settings) => settings.isOnToolbar)`,
  )
  const welcome = await stage.openApp('welcome')
  await welcome.waitFor('document.querySelector(".offer-photos .grant-host")')
  expect(await welcome.evaluate('document.querySelector(".pin-hint") !== null')).toBe(isOnToolbar === false)
})

test('the picture that comes with it is searched once there is a connection', async () => {
  const { workerUrl: address, clientKey } = stage.sandbox
  await setLocal(stage, { proxy: { address: '', clientKey: '' } })
  const welcome = await stage.openApp('welcome')
  await welcome.waitFor('document.querySelector("#code")')
  expect(await welcome.evaluate('document.querySelector(".try-it").disabled')).toBe(true)
  await welcome.click('.by-hand')
  await welcome.fill('#address', address)
  await welcome.fill('#key', clientKey)
  await welcome.click('#test')
  await welcome.waitFor('document.querySelector(".connected .outcome.good")')
  const before = stage.calls()
  await welcome.click('.try-it')
  await settled(welcome)
  expect(stage.calls()).toBe(before + 1)
})

test('without a connection, a sample says throughout that it is one, and nothing of it is sent, saved or compared', async () => {
  const { workerUrl: address, clientKey } = stage.sandbox
  await setLocal(stage, { proxy: { address: '', clientKey: '' } })
  const calls = stage.calls()
  // In a page of its own, which may begin to compare the photos of the search that it has.
  const before = await stage.openApp('welcome')
  await before.evaluate(
    `(globalThis.browser ?? chrome).runtime.sendMessage({ type: 'forget' }).catch(() => {})`,
  )
  await expect.poll(currentSearch).toBe(null)
  await before.close()
  const app = await stage.openApp('welcome')
  await app.waitFor('document.querySelector(".see-sample")')
  await app.click('.see-sample')
  await app.waitFor('document.querySelectorAll(".sample-view .offer").length === 5')
  expect(await app.text('h1')).toBe(en.sampleTitle(en.offerCount(5)))
  const texts = await app.evaluate<string[]>(
    '[...document.querySelectorAll(".offer")].map((each) => each.innerText)',
  )
  for (const text of texts) expect(text).toContain('Sample')

  // Verdicts and prices are real work on the sample's pictures and tiers.
  await app.waitFor('document.querySelectorAll(".offer-photo .verdict-badge").length > 0')
  expect(await app.text('.offer .price')).toBe('¥24.80')
  await app.fill('.sample-header [name=quantity]', '500')
  await app.waitFor('document.querySelector(".offer .price").innerText === "¥20.90"')

  await app.click('.offer .save')
  await app.waitFor(`document.querySelector('.toast').innerText.includes('${en.sampleNotSaved}')`)
  await app.click('.offer .compare')
  const requests = await app.evaluate<string[]>(
    'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /^https?:/.test(name))',
  )
  expect(requests).toEqual([])
  expect(stage.calls()).toBe(calls)
  expect(await currentSearch()).toBe(null)
  expect(await stage.driver.background(`${storage('session')}.get('compared')`)).toEqual({})
  for (const route of ['history', 'shortlist']) {
    await app.evaluate(`void (location.hash = '${route}')`)
    await app.waitFor('!document.querySelector(".sample-view") && document.querySelector(".body").innerText')
    expect(await app.text('.body')).not.toContain('Sample')
  }
  await setLocal(stage, { proxy: { address, clientKey } })
})

// In a browser that has not asked for this website before: Chromium does not ask twice.
test('after the first website was allowed, the popup comes back to the view that asked', async () => {
  const popup = await stage.results('main')
  await popup.evaluate(`void (location.hash = 'photo-reuse')`)
  await popup.click('.photo-reuse .grant-host')
  await stage.driver.acceptQuestion()
  const again = await stage.driver.popup()
  await again.waitFor(`location.hash === '#photo-reuse' && document.querySelector('.reused-photo')`)
  // One that closes within its first second is taken for closed by the browser, and comes back once more.
  await again.waitFor('performance.now() > 5000')
  await again.close()
  const later = await stage.driver.openPopup()
  await later.waitFor('document.querySelector("h1")')
  expect(await later.evaluate('location.hash')).not.toBe('#photo-reuse')
  await later.close()
  const options = await stage.openOptions()
  await options.click('.granted-hosts button')
  await options.waitFor('!document.querySelector(".granted-hosts button")')
})
