import type { View } from '../../e2e/browser/driver.ts'
import { makeBase, setSession } from '../../e2e/stage/open-scene.ts'
import { keysWork } from '../../e2e/stage/page.ts'
import { listWith, offersOf } from '../../e2e/stage/scenes/scene.ts'
import { openStage, type Stage } from '../../e2e/stage/stage.ts'

const OFFERS = 500
const TIMES = 8

/**
 * How long each kind of interaction takes from the input to the next paint, with 500 offers loaded, by the browser's own
 * event timing (which rounds to 8 ms). Real keys and clicks, in the popup and in a tab.
 */
export async function inp() {
  const results = []
  for (const browser of ['chromium', 'firefox'] as const) {
    const stage = await openStage(browser, { provider: 'crossborder' })
    try {
      const base = await makeBase(stage)
      const offers = offersOf(base)
      const many = Array.from({ length: OFFERS }, (_, at) => ({
        ...offers[at % offers.length],
        offerId: String(700_000_000_000 + at),
      }))
      await setSession(stage, listWith({ offers: many, total: OFFERS, hasMore: false })(base))
      for (const place of ['popup', 'tab'] as const) {
        const view = place === 'popup' ? await openInPopup(stage) : await stage.openApp('results')
        await view.waitFor(`document.querySelectorAll('[data-offer]').length >= 30`)
        // Keys go to a popup once it was clicked into.
        await view.click('h1')
        for (const [interaction, act] of Object.entries(INTERACTIONS)) {
          const ms = await timed(view, stage, act)
          const median = ms[Math.floor(ms.length / 2)] ?? null
          results.push({ browser, place, interaction, medianMs: median, worstMs: ms.at(-1) ?? null })
        }
        await view.close()
      }
    } finally {
      await stage.close()
    }
  }
  return results
}

async function openInPopup(stage: Stage): Promise<View> {
  await stage.openShop()
  return stage.driver.openPopup()
}

export type Act = (view: View, stage: Stage, time: number) => Promise<void>

const INTERACTIONS: Record<string, Act> = {
  'next row (j)': (_, { driver }) => driver.press('j'),
  'previous row (k)': (_, { driver }) => driver.press('k'),
  quantity: async (view, { driver }, time) => {
    await view.evaluate('document.querySelector("#quantity").focus()')
    await driver.press(String(time + 1))
  },
  filter: async (view, { driver }, time) => {
    await view.evaluate('document.querySelector("#words").focus()')
    await driver.press(...(time % 2 === 0 ? ['r'] : ['BackSpace']))
  },
  sort: async (view, { driver }, time) => {
    await view.evaluate('document.querySelector("select.sort")?.focus()')
    await driver.press(time % 2 === 0 ? 'Down' : 'Up')
  },
  'open a view': async (view, _, time) => {
    await view.click(`nav [data-route="${time % 2 === 0 ? 'shortlist' : 'results'}"]`)
  },
}

/** Of the interactions that the browser reported, ascending, in ms. */
export async function timed(view: View, stage: Stage, act: Act): Promise<number[]> {
  await view.evaluate(`void (() => {
    window.timings = {}
    window.observer?.disconnect()
    window.observer = new PerformanceObserver((list) => {
      for (const { interactionId, startTime, duration, name } of list.getEntries()) {
        if (interactionId === 0 || !/^(key|pointer|click|mouse|input)/.test(name)) continue
        // Where interactions have no number, events that begin together belong together.
        const id = interactionId ?? Math.round(startTime / 50)
        window.timings[id] = Math.max(window.timings[id] ?? 0, duration)
      }
    })
    window.observer.observe({ type: 'event', durationThreshold: 16 })
  })()`)
  for (let time = 0; time < TIMES; time++) {
    await act(view, stage, time)
    await keysWork(view)
    await new Promise((done) => setTimeout(done, 300))
  }
  const all = await view.evaluate<number[]>('Object.values(window.timings)')
  return all.sort((one, other) => one - other)
}
