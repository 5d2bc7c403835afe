import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { View } from '../browser/driver.ts'

const AXE = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** WCAG 2.2 at levels A and AA with all that came before it, and axe's own best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

// No rule here reads style sheets, which would be fetched; views have no frames.
const OPTIONS = {
  runOnly: { type: 'tag', values: TAGS },
  resultTypes: ['violations'],
  preload: false,
  iframes: false,
}

const FIND = `window.axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) =>
  violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, impact, target: target.join(' '), failureSummary }))))`

interface Finding {
  id: string
  impact: string
  target: string
  failureSummary: string
}

/**
 * What axe finds wrong in a view as it is now, a line for each element: name, rule, how bad, which element, and why.
 * The script runs as the browser's own, so the view's content security policy does not block it.
 */
export async function audit(view: View, name: string): Promise<string[]> {
  if (!(await view.evaluate<boolean>('"axe" in window')))
    await view.evaluate<boolean>(`(() => {\n${AXE}\nreturn true })()`)
  const findings = await view.evaluate<Finding[]>(FIND)
  return findings.map(
    ({ id, impact, target, failureSummary }) =>
      `${name}: ${id} (${impact}) at ${target}: ${failureSummary.replace(/\s+/g, ' ')}`,
  )
}

export async function expectNoViolations(view: View, name = 'view'): Promise<void> {
  expect(await audit(view, name)).toEqual([])
}
