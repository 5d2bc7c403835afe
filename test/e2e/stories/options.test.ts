import { connectionCode } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { failureCode, searchState, sentPicture, settled } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage()

test('a connection code pasted into the options fills both fields, and they say whether it works', async () => {
  const { workerUrl, clientKey } = stage.sandbox
  const options = await stage.openOptions()
  await options.fill('#address', connectionCode({ address: workerUrl, key: clientKey }))
  await options.waitFor('document.querySelector(".outcome.good, .outcome.bad")')
  expect(await options.text('.outcome')).toContain('It works')
  expect(await options.evaluate('document.querySelector("#address").value')).toBe(workerUrl)
  expect(await options.evaluate('document.querySelector("#key").value')).toBe(clientKey)
})

test('the options say what is wrong with an address or a key, and so does a search', async () => {
  const outcome = async (settings: Parameters<typeof stage.setProxy>[0]) =>
    (await stage.setProxy(settings)).text('.outcome')
  expect(await outcome({ address: 'http://127.0.0.1:9' })).toContain('The proxy cannot be reached')
  expect(await outcome({ address: 'not an address' })).toContain('This is no web address')
  expect(await outcome({ address: stage.sandbox.shop.url })).toContain(
    'something answers that is not the proxy',
  )
  expect(await outcome({ clientKey: `f1688_0123456789abcdef_${'x'.repeat(43)}` })).toContain(
    'does not accept your client key',
  )

  const before = stage.calls()
  const popup = await stage.results()
  expect(await failureCode(popup)).toBe('unauthorized')
  expect(stage.calls()).toBe(before)

  expect(await outcome({})).toContain('It works')
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

test('a button grants one website, its originals are then used, and the options page revokes the grant', async () => {
  const popup = await stage.results('no-cors')
  expect(await popup.text('.subtitle .grant-host')).toBe('Allow 127.0.0.1')
  await popup.click('.subtitle .grant-host')
  if (stage.driver.name === 'chromium') await stage.driver.acceptQuestion()
  await expect.poll(async () => (await sentPicture(stage))?.how).toBe('original')
  // A click on the options would only close an open popup.
  await popup.close()
  const options = await stage.openOptions()
  expect(await options.text('.granted-hosts')).toContain('http://127.0.0.1')
  await options.click('.granted-hosts button')
  await options.waitFor('!document.querySelector(".granted-hosts button")')
  await stage.results('no-cors')
  expect((await sentPicture(stage))?.how).toBe('capture')
})
