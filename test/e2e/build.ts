import type { TestProject } from 'vitest/node'
import { openCatalogue } from '../fakes/gateway/catalogue/index.ts'
import { builtWorker } from '../tools/built-worker.ts'
import type { BrowserName } from './browser/driver.ts'
import { builtExtension, targetOf } from './stage/built-extension.ts'

/** Makes what all files share before the first of them starts, so that no two make it at the same time. */
export default async function build(project: TestProject): Promise<void> {
  await openCatalogue()
  await builtWorker()
  await builtExtension(targetOf(project.config.provide.browser as BrowserName))
}
