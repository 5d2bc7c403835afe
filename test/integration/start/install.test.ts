import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ROOT } from '../../tools/paths.ts'
import { runCommand } from './command.ts'

/** A clone with nothing but the launcher. */
let clone: string
beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'clone-'))
  for (const path of [
    'package.json',
    'test/scripts/launch.mjs',
    'test/scripts/launch',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
  ])
    await cp(join(ROOT, path), join(clone, path), { recursive: true })
})
afterEach(() => rm(clone, { recursive: true, force: true }))

/** Runs the launcher with a shell script in place of npx. */
async function launch(npx?: string, env: NodeJS.ProcessEnv = {}) {
  const programs = join(clone, 'programs')
  await mkdir(programs)
  if (npx !== undefined) {
    await writeFile(join(programs, 'npx'), `#!/bin/sh\n${npx}\n`)
    await chmod(join(programs, 'npx'), 0o755)
  }
  const path = npx === undefined ? programs : `${programs}:${process.env.PATH}`
  return runCommand('start', { root: clone, env: { ...env, PATH: path } })
}

/** As npm and pnpm say it. */
const UNREACHABLE = `echo 'npm error code ENOTFOUND
npm error network request to https://registry.npmjs.org/pnpm failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org' >&2
exit 1`
const FULL = `echo "Error:   × installing dependencies
  ╰─▶ Failed to write to file: No
      space left on device (os error 28)" >&2
exit 1`

test.each([
  ['the registry is out of reach', UNREACHABLE, /^The packages could not be downloaded, .*ENOTFOUND/],
  ['the disk is full', FULL, /^The disk is full: free some space/],
])('if %s, one sentence says so, and no more', async (_, npx, sentence) => {
  const command = await launch(npx)
  expect(await command.ended).toBe(1)
  expect(command.lines()).toEqual([
    expect.stringMatching(/^installing the packages/),
    expect.stringMatching(sentence),
  ])
})

test('for a reason that is not known, what npx and pnpm say is shown, and a sentence after it', async () => {
  const command = await launch('echo "ERR_PNPM_SOMETHING  of their own"; exit 1')
  expect(await command.ended).toBe(1)
  expect(command.lines().slice(1)).toEqual([
    'ERR_PNPM_SOMETHING  of their own',
    'The packages could not be installed, for the reason above.',
  ])
})

test('without npx, npm is asked for', async () => {
  const command = await launch()
  expect(await command.ended).toBe(1)
  expect(command.lines().at(-1)).toMatch(/^npx was not found: install npm/)
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends npx and all that it started, and is said in one sentence', async (signal, code) => {
  // What it started does not end by itself, and does not listen.
  const command = await launch(`trap '' INT TERM\necho Progress: resolved 1\nsleep 1000 & wait; sleep 1000`)
  await command.until(() => command.lines().some((line) => line.startsWith('Progress')))
  command.process.kill(signal)
  command.process.kill(signal)
  expect(await command.ended).toBe(code)
  expect(command.lines().at(-1)).toBe(
    'Stopped before the packages were installed: run the command again to go on.',
  )
  await vi.waitFor(() => expect(command.processes()).toEqual([]), { timeout: 60_000, interval: 100 })
})

test('an installation that was cut off is not taken for a whole one', async () => {
  const command = await launch('exit 1')
  expect(await command.ended).toBe(1)
  expect(await readFile(join(clone, 'node_modules', '.installed'), 'utf8')).toBe('')
})
