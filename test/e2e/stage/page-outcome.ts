import { type PageOutcome, summaryOf } from '../../fakes/pages/verdict.ts'
import type { Driver, Tab } from '../browser/driver.ts'
import { until } from '../browser/wait.ts'
import { bytesOf, type SearchState, type Sent, storage } from './page.ts'

interface State extends SearchState {
  choices?: unknown[]
}

/** Clicks, and waits until the extension knows what it will send, or why it will not. */
export async function clickAndRead(
  driver: Driver,
  tab: Tab,
  target: { selector: string; at?: { x: number; y: number } },
): Promise<PageOutcome> {
  const before = (await stateOf(driver))?.id
  try {
    await tab.findOn1688(target.selector, target.at)
  } catch (error) {
    await driver.press('Escape', 'Escape')
    return { choices: 0, error: firstLine(error) }
  }
  const settled = (wanted: (state: State) => boolean) =>
    until(
      'the extension to decide',
      async () => {
        const state = await stateOf(driver)
        return state && state.id !== before && wanted(state) && state
      },
      { timeoutMs: 20_000 },
    )
  try {
    let state = await settled(({ reading }) => reading !== 'running')
    const choices = state.reading === 'choosing' ? (state.choices?.length ?? 0) : 0
    if (choices) {
      const popup = await driver.popup()
      await popup.waitFor('document.querySelector(".choice")')
      await popup.evaluate('void document.querySelector(".choice").click()')
      state = await settled(({ reading }) => reading !== 'running' && reading !== 'choosing')
    }
    const outcome = { choices, ...(await outcomeOf(driver, state)) }
    await clearAway(driver, outcome.area === true)
    return outcome
  } catch (error) {
    await clearAway(driver, false)
    return { choices: 0, error: firstLine(error) }
  }
}

const firstLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''

function stateOf(driver: Driver): Promise<State | null> {
  return driver.background(`${storage('session')}.get('search').then(({ search }) => search ? {
    id: search.id, reading: search.reading, readFailure: search.readFailure,
    choices: search.choices?.map(() => 0) } : null)`)
}

async function outcomeOf(driver: Driver, state: State): Promise<Omit<PageOutcome, 'choices'>> {
  if (state.readFailure) return { failure: state.readFailure.code }
  if (state.reading === 'picking') return { area: true }
  const sent = await driver.background<(Sent & { placed?: boolean }) | null>(
    `${storage('session')}.get('sent').then(({ sent }) => sent ?? null)`,
  )
  if (!sent) return { error: `${state.reading}, but nothing is to be sent` }
  return { sent: await summaryOf(bytesOf(sent.dataUrl), sent) }
}

/** Closes the popup, or the area that is being drawn, which has closed the popup. */
async function clearAway(driver: Driver, isDrawing: boolean): Promise<void> {
  // It may open after the extension has decided.
  if (!isDrawing) await until('the popup', driver.hasPopup, { timeoutMs: 5_000 }).catch(() => {})
  await until(
    'the popup to close',
    async () => {
      await driver.press('Escape')
      return until('it to be gone', async () => !(await driver.hasPopup()), { timeoutMs: 500 })
    },
    { timeoutMs: 20_000 },
  )
}
