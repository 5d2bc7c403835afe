import { connectionCode, type Usage } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { zh } from '../../../extension/src/i18n/zh.ts'
import type { View } from '../browser/driver.ts'
import { setLocal } from '../stage/open-scene.ts'
import { failureCode, searchState, sentPicture, settled, storage } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage()

const UNKNOWN_KEY = `f1688_0123456789abcdef_${'x'.repeat(43)}`

const paste = (view: View, selector: string, text: string) =>
  view.evaluate<void>(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '${text}')
    // Firefox takes data and its type instead.
    const told = { clipboardData, data: '${text}', dataType: 'text/plain' }
    const event = new ClipboardEvent('paste', { ...told, bubbles: true, cancelable: true })
    document.querySelector('${selector}').dispatchEvent(event)
  })()`)

const choose = (view: View, selector: string, value: string) =>
  view.evaluate<void>(`(() => {
    const select = document.querySelector('${selector}')
    select.value = '${value}'
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })()`)

test('a connection code is tested before it replaces the one in use, and its key is hidden afterwards', async () => {
  const { workerUrl, clientKey } = stage.sandbox
  const options = await stage.openOptions()
  const proxy = () => stage.driver.background(`${storage('local')}.get('proxy')`)
  const before = await proxy()
  expect(await options.text('.connected .address')).toBe(workerUrl)
  expect(await options.text('.connected')).not.toContain(clientKey)

  await options.click('.replace')
  const wrongCodes: [code: string, why: string][] = [
    ['hello', en.connectionCodeInvalid],
    [connectionCode({ address: workerUrl, key: clientKey }).slice(0, 22), en.connectionCodeIncomplete],
    [connectionCode({ address: 'http://127.0.0.1:9', key: clientKey }), 'No answer from http://127.0.0.1:9'],
    [connectionCode({ address: workerUrl, key: UNKNOWN_KEY }), en.failures.unauthorized.title],
  ]
  for (const [code, why] of wrongCodes) {
    await options.fill('#code', code)
    await options.waitFor('document.querySelector("#connection-outcome").textContent === ""')
    await options.click('#test')
    await options.waitFor('document.querySelector(".connection-form .outcome.bad")')
    expect(await options.text('.connection-form .outcome')).toContain(why)
    expect(await options.text('.connection-form .outcome')).toContain(en.staysInUse(new URL(workerUrl).host))
    expect(await proxy()).toEqual(before)
  }

  // Pasting a whole code starts the test.
  await paste(options, '#code', connectionCode({ address: workerUrl, key: clientKey }))
  await options.waitFor('!document.querySelector(".connection-form")')
  await options.waitFor('document.querySelector(".connected .outcome.good")')
  expect(await options.text('.connected')).not.toContain(clientKey)
  await options.click('.show-key')
  expect(await options.text('.client-key')).toBe(clientKey)
  expect(await proxy()).toEqual({ proxy: { address: workerUrl, clientKey } })
})

test('disconnecting forgets address and key, and can be undone', async () => {
  const options = await stage.openOptions()
  await options.click('.disconnect')
  await options.waitFor('document.querySelector("#code")')
  expect(await stage.driver.background(`${storage('local')}.get('proxy')`)).toEqual({
    proxy: { address: '', clientKey: '' },
  })
  await options.click('.undo')
  await options.waitFor('document.querySelector(".connected .outcome.good")')
})

test('the options show how many searches are left today', async () => {
  const { workerUrl, clientKey } = stage.sandbox
  const left = async () => (await stage.openOptions()).text('.searches-left')
  const usage = async () => {
    const headers = { Authorization: `Bearer ${clientKey}` }
    const { dailySearches } = (await (await fetch(`${workerUrl}/v1/usage`, { headers })).json()) as Usage
    return dailySearches
  }
  const { limit, used } = await usage()
  expect(await left()).toContain(limit === null ? en.searchesUsed(`${used}`) : `${limit - used} of ${limit}`)
  await (await stage.results()).close()
  expect((await usage()).used).toBe(used + 1)
  expect(await left()).toContain(
    limit === null ? en.searchesUsed(`${used + 1}`) : `${limit - used - 1} of ${limit}`,
  )
})

test('the options say what is wrong with an address or a key that was typed by hand', async () => {
  const outcome = async (settings: Parameters<typeof stage.setProxy>[0]) =>
    (await stage.setProxy(settings)).text('.connection-form .outcome')
  expect(await outcome({ address: 'not an address' })).toContain(en.workerAddressErrors.malformed)
  const { url } = stage.sandbox.shop
  expect(await outcome({ address: url })).toContain(en.noProxyAt(url.replace(/\/$/, '')))
  expect(await outcome({ clientKey: UNKNOWN_KEY })).toContain(en.failures.unauthorized.title)
  const works = await stage.setProxy({})
  expect(await works.text('.connected .outcome')).toContain(en.connected)
})

test('a search with a key that is no longer accepted says so, and sends nothing to the platform', async () => {
  const { workerUrl: address, clientKey } = stage.sandbox
  await setLocal(stage, { proxy: { address, clientKey: UNKNOWN_KEY } })
  const before = stage.calls()
  const popup = await stage.results()
  expect(await failureCode(popup)).toBe('unauthorized')
  expect(stage.calls()).toBe(before)
  await popup.close()
  await setLocal(stage, { proxy: { address, clientKey } })
})

test('the language that was chosen is that of every view, at once', async () => {
  const options = await stage.openOptions()
  const app = await stage.openApp('history')
  await app.waitFor(`document.querySelector('h1')`)
  await choose(options, '#language', 'zh')
  await options.waitFor(`document.documentElement.lang === 'zh-CN'`)
  expect(await options.text('h1')).toBe(zh.name)
  await app.waitFor(`document.querySelector('nav').innerText.includes('${zh.history}')`)
  const popup = await stage.results()
  expect(await popup.evaluate('document.documentElement.lang')).toBe('zh-CN')
  await popup.close()
  await choose(options, '#language', 'browser')
  await app.waitFor(`document.querySelector('nav').innerText.includes('${en.history}')`)
})

test('with “ask first”, a picture is shown before it is sent', async () => {
  const options = await stage.openOptions()
  await options.click('#ask-first')
  const before = stage.calls()
  const { popup } = await stage.search('cors')
  await popup.waitFor('document.querySelector(".confirm-send .send")')
  expect((await searchState(stage))?.reading).toBe('ready')
  expect(stage.calls()).toBe(before)
  const sent = await sentPicture(stage)
  expect(await popup.evaluate('document.querySelector(".sent-picture img").src')).toBe(sent?.dataUrl)
  await popup.click('.send')
  await settled(popup)
  expect(stage.calls()).toBe(before + 1)
  await popup.close()
  await options.click('#ask-first')
})

test('a website is allowed in the results, which come back by themselves with its originals; the options revoke it', async () => {
  const popup = await stage.results('no-cors')
  const { fromWidth, fromHeight } = (await sentPicture(stage)) ?? { fromWidth: 0, fromHeight: 0 }
  expect(await popup.text('.subtitle')).toContain(`${fromWidth}×${fromHeight}`)
  expect(await popup.text('.subtitle .grant-host')).toMatch(/^Allow 127\.0\.0\.1 for \S/)
  await popup.fill('#quantity', '37')
  await popup.click('.subtitle .grant-host')
  await stage.driver.acceptQuestion()
  await expect.poll(async () => (await sentPicture(stage))?.how).toBe('original')
  const sent = await sentPicture(stage)
  expect((sent?.fromWidth ?? 0) * (sent?.fromHeight ?? 0)).toBeGreaterThan(fromWidth * fromHeight)
  const again = await stage.driver.popup()
  await settled(again)
  expect(await again.evaluate('document.querySelector("#quantity").value')).toBe('37')
  expect(await again.text('.subtitle')).toContain(`${sent?.fromWidth}×${sent?.fromHeight}`)
  await again.fill('#quantity', '1')
  await again.close()
  const options = await stage.openOptions()
  expect(await options.text('.granted-hosts')).toContain('http://127.0.0.1')
  await options.click('.granted-hosts button')
  await options.waitFor('!document.querySelector(".granted-hosts button")')
  await stage.results('no-cors')
  expect((await sentPicture(stage))?.how).toBe('capture')
})
