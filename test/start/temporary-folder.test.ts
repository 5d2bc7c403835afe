import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'temporary-folder-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** Runs a script that has the folder open. */
function run(script: string) {
  const module = join(import.meta.dirname, 'temporary-folder.ts')
  const code = `
    import { tmpdir } from 'node:os'
    import { writeFileSync } from 'node:fs'
    import { openTemporaryFolder } from ${JSON.stringify(module)}
    const folder = openTemporaryFolder(${JSON.stringify(parent)})
    writeFileSync(folder + '/file', '')
    ${script}`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
}

test.each([
  ['it is done', ''],
  ['it exits', 'process.exit(3)'],
  ['it fails', `throw new Error('on purpose')`],
])('the folder is deleted when %s', (_, script) => {
  const { stdout } = run(`console.log(folder === tmpdir()); ${script}`)
  expect(stdout).toBe('true\n')
  expect(readdirSync(parent)).toEqual([])
})

test('the next one deletes what a killed one left, and nothing else', () => {
  const { signal } = run(`process.kill(process.pid, 'SIGKILL')`)
  expect(signal).toBe('SIGKILL')
  expect(readdirSync(parent)).toHaveLength(1)
  const ofThis = join(parent, `start-${process.pid}`)
  for (const folder of [ofThis, join(parent, 'start-page')]) mkdirSync(folder)
  run('')
  expect(readdirSync(parent).toSorted()).toEqual([`start-${process.pid}`, 'start-page'])
  expect(existsSync(ofThis)).toBe(true)
})
