import { expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { storage } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })

const detailCalls = () =>
  stage.sandbox.gateway.arrivals.filter(
    ({ api, outcome }) => api.includes('queryProductDetail') && outcome === 'ok',
  ).length

test('what the margin lacks is got with one search, where the answer is, and the footer says the same', async () => {
  await stage.driver.background(`${storage('local')}.set({ habits: {
    quantity: 500, sort: 'relevance', filters: {}, currency: null } })`)
  const before = detailCalls()
  const popup = await stage.results()
  await popup.waitFor('document.querySelector("footer .get-figures")')
  expect(await popup.text('footer')).toContain('39.99')
  expect(await popup.text('footer .get-figures')).toBe(
    en.getFigures(en.figurePair(en.figures.weight, en.figures.tiers)),
  )
  await popup.click('footer .margin-summary')
  await popup.waitFor('document.querySelector(".answer .get-figures")')
  const field = 'document.querySelector("[name=weightKg]").getBoundingClientRect().top'
  const top = await popup.evaluate<number>(field)
  const { gateway } = stage.sandbox
  gateway.setFault('slow', { api: 'queryProductDetail', delayMs: 60_000 })
  await popup.click('.answer .get-figures')
  await popup.waitFor('document.querySelector(".answer .get-figures").ariaDisabled === "true"')
  gateway.clearFaults()
  await popup.waitFor(
    '!document.querySelector(".answer .get-figures") && /%/.test(document.querySelector(".answer").innerText)',
  )
  expect(detailCalls() - before).toBe(1)
  expect(await popup.evaluate(field)).toBe(top)
  const answer = await popup.text('.answer')
  expect(answer).toMatch(/\d%/)
  expect(answer).toMatch(/\$.* each, .*\$.* for 500/s)
  await popup.click('.view-header .back')
  await popup.waitFor('document.querySelector("footer .margin-summary strong")')
  const [title = ''] = answer.split('\n')
  expect(await popup.text('footer .margin-summary')).toContain(title.replace(/ · .*/, ''))
})
