import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { CACHE } from '../../tools/paths.ts'
import type { BrowserName, View } from '../browser/driver.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName
  }
}

/** Where the screen is saved when a test fails. */
async function fileFor({
  name,
  file,
}: {
  name: string
  file: { projectName?: string | undefined; name: string }
}) {
  const folder = join(CACHE, 'failures')
  await mkdir(folder, { recursive: true })
  const words = `${file.projectName} ${basename(file.name, '.test.ts')} ${name}`
  return join(folder, `${words.replace(/[^\p{L}\d]+/gu, '-')}.png`)
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
    if (task.result?.state === 'fail') await stage?.driver.screenshot(await fileFor(task))
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
