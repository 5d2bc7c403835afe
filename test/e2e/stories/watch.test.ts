import { beforeEach, expect, test } from 'vitest'
import { readFile } from '../../../extension/src/evidence/testing/read-file.ts'
import type { OfferEvidenceData } from '../../../extension/src/evidence/types.ts'
import { checkOffer } from '../../../extension/src/evidence/verifier/check.js'
import { en } from '../../../extension/src/i18n/en.ts'
import type { View } from '../browser/driver.ts'
import { keysWork, offerIds, savedFile, settled, storage, stored, watchSaving } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

/** The worker keeps no answers, so each check asks 1688. */
const stage = useStage({ provider: 'crossborder', settings: { OFFER_CACHE_SECONDS: '0' } })
const DAY_MS = 86_400_000

beforeEach(async () => {
  await stage.driver.background(`${storage('local')}.set({
    habits: { quantity: 500, sort: 'relevance', filters: {}, currency: null },
    watch: { always: false, offeredAt: 0 } })`)
  // Otherwise the rest of the test before would be checked first.
  await stage.driver.background(`${storage('session')}.remove('watch')`)
})

/** Those that had an answer, whatever it said. */
const calls = (api: string) =>
  stage.sandbox.gateway.arrivals.filter((arrival) => arrival.api.includes(api) && arrival.outcome === 'ok')
    .length
const detailCalls = () => calls('queryProductDetail')
const ENDED = '!document.querySelector(".check-progress") && document.querySelector(".check-outcome")'
const CAN_CHECK = 'document.querySelector(".check-again")'

function catalogueOffer(offerId: string) {
  return stage.sandbox.gateway.catalogue.offer(offerId) ?? expect.fail(`no offer ${offerId}`)
}

/** Saves the first offers with price tiers, and removes whatever was saved before. */
async function saveOffers(count: number): Promise<string[]> {
  const app = await stage.resultsInTab()
  await eraseShortlist(app)
  await app.waitFor('!document.querySelector(".save[aria-pressed=true]")')
  const tiered = (await offerIds(app)).filter((id) => catalogueOffer(id).priceTiers.length > 1)
  const ids = tiered.slice(0, count)
  for (const id of ids) await app.evaluate(`document.querySelector('[data-offer="${id}"] .save').click()`)
  await expect.poll(() => stored(app, 'shortlist')).toHaveLength(count)
  await app.close()
  return ids
}

async function eraseShortlist(view: View): Promise<void> {
  await view.evaluate(onShortlist('(store) => store.clear()'))
}

/** As if they had been saved so many days ago. */
async function makeOlder(view: View, days: number): Promise<void> {
  const byDays = `(store) => store.getAll().onsuccess = ({ target }) => {
    for (const { watched, ...entry } of target.result) store.put({ ...entry, at: entry.at - ${days * DAY_MS} })
  }`
  await view.evaluate(onShortlist(byDays))
}

function onShortlist(change: string): string {
  return `indexedDB.databases().then(([{ name }]) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = reject
    opening.onsuccess = () => {
      const writing = opening.result.transaction('shortlist', 'readwrite')
      ;(${change})(writing.objectStore('shortlist'))
      writing.oncomplete = () => {
        opening.result.close()
        const channel = new BroadcastChannel(name)
        channel.postMessage({ store: 'shortlist' })
        channel.close()
        resolve()
      }
    }
  }))`
}

interface Watch {
  startedAt: number
  state: string
}

const latestCheck = () =>
  stage.driver.background<Watch | null>(
    `${storage('session')}.get('watch').then(({ watch }) => watch ?? null)`,
  )

async function check(app: View): Promise<void> {
  await app.waitFor(CAN_CHECK)
  const before = (await latestCheck())?.startedAt ?? 0
  await app.click('.check-again')
  await expect
    .poll(async () => {
      const watch = await latestCheck()
      return watch && watch.startedAt > before && watch.state
    })
    .toMatch(/done|stopped/)
  await app.waitFor(ENDED)
}

const changesOf = (view: View, offerId: string) =>
  view.text(`.changed-offer[data-offer="${offerId}"] .offer-changes`)

/** Saves what the proxy signed before and after the change, as a user does. */
async function saveSigned(view: View, offerId: string): Promise<string> {
  await watchSaving(view)
  await view.click(`.changed-offer[data-offer="${offerId}"] .save-signed`)
  return (await savedFile(view)).toString()
}

test('what has changed of saved offers is said before and after, for one call each', async () => {
  const [one = '', other = ''] = await saveOffers(2)
  const before = detailCalls()
  const app = await stage.openApp('watch')
  await app.waitFor(CAN_CHECK)
  expect(await app.text('.check-again')).toBe(en.checkAgain(2))
  expect(detailCalls(), 'nothing is asked for without a yes').toBe(before)
  await check(app)
  expect(detailCalls() - before).toBe(2)
  expect(await app.text('.check-outcome')).toContain(en.checkUsed(2))
  expect(await app.text('.watch-view')).toContain(en.noChangedOffers)

  const [dearer, gone] = [catalogueOffer(one), catalogueOffer(other)]
  const [tiers, { status }] = [structuredClone(dearer.priceTiers), gone.terms]
  const last = dearer.priceTiers.at(-1) ?? expect.fail('no tiers')
  const was = last.price
  try {
    last.price = (Number(was) + 1).toFixed(2)
    gone.terms.status = 'deleted' as typeof status
    await check(app)
    expect(detailCalls() - before).toBe(4)
    await app.waitFor('document.querySelectorAll(".changed-offer .offer-changes").length === 2')
    const said = await changesOf(app, one)
    expect(said).toContain(en.priceAtNow('500'))
    expect(said).toMatch(new RegExp(`¥${was} → ¥${last.price}`))
    expect(await changesOf(app, other)).toContain(en.wasGone)

    const { data, frame, checksums } = readFile(await saveSigned(app, one))
    const answers = (data as unknown as OfferEvidenceData).details.map(({ offer }) => offer.priceTiers.at(-1))
    expect(answers.map((tier) => tier?.price)).toEqual([was, last.price])
    expect(await checkOffer(data as never, frame, checksums, crypto.subtle)).toMatchObject({
      state: 'holds',
      changed: [],
    })

    // What nobody has looked at stays, however often it is checked.
    gone.terms.status = status
    await check(app)
    expect(await changesOf(app, one)).toContain(was)
    await app.waitFor(`!document.querySelector('.changed-offer[data-offer="${other}"]')`)
    await app.click(`.changed-offer[data-offer="${one}"] .seen`)
    await app.waitFor('!document.querySelector(".changed-offer .offer-changes")')
    await app.click('.toast .undo')
    await app.waitFor('document.querySelector(".changed-offer .offer-changes")')
  } finally {
    dearer.priceTiers = tiers
    gone.terms.status = status
  }
})

test('an offer that fails keeps what was known, with the reason, and a check that was stopped can be continued', async () => {
  const [one = '', ...others] = await saveOffers(4)
  const { gateway } = stage.sandbox
  const app = await stage.openApp('watch')
  await app.waitFor(CAN_CHECK)
  const before = detailCalls()
  gateway.setFault('slow', { api: 'queryProductDetail', delayMs: 60_000 })
  await app.click('.check-again')
  await app.waitFor('document.querySelector(".check-progress .stop")')
  await app.click('.check-progress .stop')
  await app.waitFor(
    `document.querySelector('.check-progress')?.textContent.includes(${JSON.stringify(en.checkStopping)})`,
  )
  gateway.clearFaults()
  await app.waitFor(ENDED)
  expect(await app.text('.check-outcome')).toContain(en.checkStopped(2, 4))
  expect(detailCalls() - before).toBe(2)
  expect(await app.text('.check-again')).toBe(en.checkRest(2))

  const entriesBefore = await stored<{ offerId: string; offer: object }>(app, 'shortlist')
  // Each is asked for three times, one after the other: two of the worker's retries.
  gateway.setFault('empty', { api: 'queryProductDetail' })
  await check(app)
  await app.waitFor('document.querySelector(".not-checked li")')
  expect(await app.text('.watch-view')).toContain(en.keptAsKnown)
  const entries = await stored<{ offerId: string; offer: object }>(app, 'shortlist')
  expect(entries.map(({ offerId }) => offerId).toSorted()).toEqual([one, ...others].toSorted())
  expect(entries.map(({ offer }) => offer)).toEqual(entriesBefore.map(({ offer }) => offer))
  expect(await app.text('.not-checked li .missing')).toBe(en.failures.upstream_bad_response.title)
})

test('a check goes on when its view closes', async () => {
  await saveOffers(3)
  const app = await stage.openApp('watch')
  await app.waitFor(CAN_CHECK)
  const before = (await latestCheck())?.startedAt ?? 0
  stage.sandbox.gateway.setFault('slow', { api: 'queryProductDetail', delayMs: 1500 })
  await app.click('.check-again')
  await app.waitFor('document.querySelector(".check-progress .stop")')
  await app.close()
  await expect
    .poll(async () => {
      const watch = await latestCheck()
      return watch && watch.startedAt > before && watch.state
    })
    .toBe('done')
  const again = await stage.openApp('watch')
  await again.waitFor(ENDED)
  expect(await again.text('.check-outcome')).toContain(en.checkDone(3))
})

test('when the app opens, a check is offered once a day, and begins with a yes', async () => {
  await saveOffers(2)
  const before = detailCalls()
  const first = await stage.openApp('results')
  await settled(first)
  await makeOlder(first, 3)
  await first.close()
  const app = await stage.openApp('results')
  await app.waitFor('document.querySelector(".toast .other")')
  expect(await app.text('.toast')).toContain(en.checkAgain(2))
  expect(detailCalls()).toBe(before)
  await app.close()
  const second = await stage.openApp('results')
  await settled(second)
  await keysWork(second)
  expect(await second.evaluate('document.querySelector(".toast .other")'), 'it is not offered twice').toBe(
    null,
  )
  await second.close()
  await stage.driver.background(`${storage('local')}.set({ watch: { always: false, offeredAt: 0 } })`)
  const third = await stage.openApp('results')
  await third.waitFor('document.querySelector(".toast .other")')
  await third.click('.toast .other')
  await third.waitFor(`location.hash === '#watch' && ${ENDED}`)
  expect(detailCalls() - before).toBe(2)
})

test('whoever says "always" is not asked, and sees that it is checked', async () => {
  await saveOffers(1)
  const before = detailCalls()
  const first = await stage.openApp('watch')
  await first.waitFor('document.querySelector(".always-check input")')
  await makeOlder(first, 3)
  await first.click('.always-check input')
  await first.close()
  const app = await stage.openApp('results')
  await app.waitFor('document.querySelector(".toast .other")')
  expect(await app.text('.toast')).toContain(en.checkStarted(1, 0, 1))
  await app.click('.toast .other')
  await app.waitFor(ENDED)
  expect(detailCalls() - before).toBe(1)
})

test('a watched search is checked along, and opens with what has changed', async () => {
  const app = await stage.resultsInTab('webp')
  await eraseShortlist(app)
  const [id = ''] = await offerIds(app)
  await app.evaluate("void (location.hash = 'history')")
  await app.waitFor('document.querySelector(".past-search .watch-search")')
  await app.click('.past-search .watch-search')
  await app.waitFor('document.querySelector(".past-search .watch-search[aria-pressed=true]")')
  // The worker may still have the answers of this very hour.
  await app.evaluate(onSearches())
  await app.evaluate("void (location.hash = 'watch')")
  await app.waitFor(CAN_CHECK)
  expect(await app.text('.check-again')).toBe(en.checkAgain(1))
  const offer = catalogueOffer(id)
  const [was, before] = [offer.price, calls('imageQuery')]
  offer.price = (Number(was) - 1).toFixed(2)
  try {
    await check(app)
    expect(calls('imageQuery') - before).toBe(1)
    await app.waitFor('document.querySelector(".changed-offer .changes")')
    expect(await app.text('.changed-offer .changes')).toContain(en.priceDrops(1))
    await app.click('.changed-offer .changed-title')
    await app.waitFor(`document.querySelector('.offer[data-offer="${id}"] .change-badge')`)
    await app.waitFor(`document.querySelector('.changes')?.textContent.includes('${en.priceDrops(1)}')`)
    expect(calls('imageQuery') - before).toBe(1)
  } finally {
    offer.price = was
  }
})

/** As if the newest search had been made yesterday. */
function onSearches(): string {
  return onShortlist(`(store) => store.index('at').openCursor(null, 'prev').onsuccess = ({ target }) => {
    const { value } = target.result
    target.result.update({ ...value, at: value.at - ${DAY_MS} })
  }`).replaceAll("'shortlist'", "'searches'")
}

test('what was and what is are saved in one file, where the proxy signs', async () => {
  const [one = ''] = await saveOffers(1)
  const app = await stage.openApp('watch')
  await check(app)
  const offer = catalogueOffer(one)
  const tiers = structuredClone(offer.priceTiers)
  const [was] = tiers
  try {
    for (const tier of offer.priceTiers) tier.price = (Number(tier.price) + 2).toFixed(2)
    await check(app)
    await app.waitFor('document.querySelector(".changed-offer .save-signed")')
    await watchSaving(app)
    await app.click('.changed-offer .save-signed')
    const file = (await savedFile(app)).toString()
    expect(file).toContain(one)
    expect(file).toContain(`"price":"${offer.priceTiers[0]?.price}"`)
    expect(file).toContain(`"price":"${was?.price}"`)
  } finally {
    offer.priceTiers = tiers
  }
})
