import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import type { BrowserName, View } from '../browser/index.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName
  }
}

/**
 * One stage for all tests of a file, in the browser of the project. What a test opened is closed after it; what a
 * file opened before its tests stays.
 */
export function useStage(options: StageOptions = {}): Stage {
  let stage: Stage | undefined
  const opened: View[] = []
  beforeAll(async () => {
    stage = await openStage(inject('browser'), options, (view) => opened.push(view))
  })
  beforeEach(() => {
    opened.length = 0
  })
  afterEach(async ({ task }) => {
    stage?.sandbox.gateway.clearFaults()
    // Even one that failed to show what it should would be in the way of the next test.
    if (task.result?.state === 'fail') await stage?.driver.popup(200).catch(() => undefined)
    for (const view of opened.splice(0).reverse()) await view.close()
  })
  afterAll(() => stage?.close())
  return new Proxy({} as Stage, {
    get: (_, name) => {
      if (!stage) throw new Error('The stage opens before the first test')
      return Reflect.get(stage, name)
    },
  })
}
