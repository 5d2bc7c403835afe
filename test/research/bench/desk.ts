import type { BatchRow } from '../../../extension/src/model/batch.ts'
import type { Tab } from '../../e2e/browser/driver.ts'
import { answeredList } from '../../e2e/stage/answered-list.ts'
import { keysWork } from '../../e2e/stage/page.ts'
import { readList, type StoredList, saveList } from '../../e2e/stage/product-lists.ts'
import { openStage, type Stage } from '../../e2e/stage/stage.ts'
import { listProducts } from '../../fakes/product-list/index.ts'
import { type Act, timed } from './inp.ts'
import { quantile } from './visitor.ts'

const ROWS = 2000
const DECISIONS = 100
/** A person decides every so often, looking at a product while it is there. It is not waited for. */
const BEAT_MS = 6000

/** How long the desk takes from a key or click to the next paint, with 2,000 products. As in `inp.ts`. */
export async function deskInp() {
  return inBothBrowsers(async (stage) => {
    const list = await answeredList(stage.sandbox, ROWS, 40)
    const desk = await openDesk(stage, list)
    const results = []
    for (const [interaction, act] of Object.entries(INTERACTIONS)) {
      const ms = await timed(desk, stage, act)
      const median = ms[Math.floor(ms.length / 2)] ?? null
      results.push({ browser: stage.driver.name, interaction, medianMs: median, worstMs: ms.at(-1) ?? null })
    }
    return results
  })
}

const INTERACTIONS: Record<string, Act> = {
  'next product (j)': (_, { driver }) => driver.press('j'),
  'previous product (k)': (_, { driver }) => driver.press('k'),
  'take an offer (1)': (_, { driver }) => driver.press('1'),
  'none fits (0)': (_, { driver }) => driver.press('0'),
  'undo (z)': (_, { driver }) => driver.press('z'),
  'a product in the list': (view, _, time) =>
    view.click(`.desk-rows [role="option"]:nth-child(${3 + (time % 4)})`),
  'a facet': (view) => view.click('[data-facet="undecided"]'),
  'search products': async (view, { driver }, time) => {
    await view.evaluate('document.querySelector("#desk-words").focus()')
    await driver.press(...(time % 2 === 0 ? ['e'] : ['BackSpace']))
  },
}

/**
 * A person decides a hundred products by keys, one every six seconds: takes the offer with the same photo, else the likely
 * one, else none. What counts is how much of the six seconds the desk takes, from the key until the next product is there with
 * its offers.
 */
export async function deskDecisions() {
  return inBothBrowsers(async (stage) => {
    const list = await answeredList(stage.sandbox, DECISIONS, DECISIONS)
    const products = await listProducts(stage.sandbox.gateway.catalogue, DECISIONS)
    const desk = await openDesk(stage, list)
    await desk.evaluate(watchKeys)
    for (const row of list.rows) {
      await desk.waitFor(isShown(row))
      const key = await desk.evaluate<string>(CHOSEN_KEY)
      const next = list.rows[row.index + 1]
      await desk.evaluate(`void (window.isNextShown = () => ${next ? isShown(next) : 'true'})`)
      await stage.driver.press(key)
      await desk.waitFor(`window.took.length > ${row.index}`)
    }
    const took = await desk.evaluate<number[]>('window.took')
    await desk.waitFor('new Promise((done) => setTimeout(() => done(true), 500))')
    const { rows } = await readList(desk, list.batch.id)
    const isRight = ({ decision, index }: BatchRow) => {
      const right = products[index]?.offerIds ?? []
      return right.length === 0
        ? decision?.kind === 'none'
        : decision?.kind === 'offer' && right.includes(decision.offerId)
    }
    return [
      {
        browser: stage.driver.name,
        decided: rows.filter(({ decision }) => decision !== null).length,
        wrong: rows.filter((row) => !isRight(row)).length,
        deskP50Ms: quantile(took, 0.5),
        deskP95Ms: quantile(took, 0.95),
        minutes: Number((took.reduce((sum, ms) => sum + Math.max(ms, BEAT_MS), 0) / 60_000).toFixed(2)),
      },
    ]
  })
}

/** Measures in the page, from each key until a frame in which the next product is shown. */
const watchKeys = `void (() => {
  window.took = []
  addEventListener('keydown', ({ timeStamp }) => {
    const look = () => (window.isNextShown() ? window.took.push(performance.now() - timeStamp) : requestAnimationFrame(look))
    requestAnimationFrame(look)
  }, true)
})()`

/** As a person chooses who trusts the verdicts. */
const CHOSEN_KEY = `(() => {
  const verdicts = [...document.querySelectorAll('.candidate .candidate-verdict')].map(({ classList }) => classList)
  const places = ['same', 'probably'].map((verdict) => verdicts.findIndex((each) => each.contains(verdict)))
  return String((places.find((place) => place >= 0) ?? -1) + 1)
})()`

/** The product is the current one, and its offers are there. */
function isShown({ index, title, outcome }: BatchRow): string {
  const current = `document.querySelector('.desk-rows')?.getAttribute('aria-activedescendant') === 'row-${index}'`
  const named = `document.querySelector('.desk-main').textContent.includes(${JSON.stringify(title)})`
  return `(${current} && ${named} && ${outcome?.offers ? 'document.querySelector(".candidate[data-offer]") !== null' : 'true'})`
}

async function openDesk(stage: Stage, list: StoredList): Promise<Tab> {
  const app = await stage.openApp('history')
  await saveList(app, list)
  await app.close()
  const desk = await stage.openApp(`batch/${list.batch.id}`)
  await desk.waitFor('document.querySelector(".candidate[data-offer]")')
  await desk.evaluate(`document.querySelector('.desk-rows').focus()`)
  await keysWork(desk)
  return desk
}

async function inBothBrowsers<T>(work: (stage: Stage) => Promise<T[]>): Promise<T[]> {
  const results: T[] = []
  for (const browser of ['chromium', 'firefox'] as const) {
    const stage = await openStage(browser, { settings: { CACHE_SECONDS: '3600' } })
    try {
      results.push(...(await work(stage)))
    } finally {
      await stage.close()
    }
  }
  return results
}
