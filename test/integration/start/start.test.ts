import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { CACHE } from '../../tools/paths.ts'
import { type Command, runCommand } from './command.ts'

const start = (...args: string[]) => runCommand('start', { args: ['--no-browser', '--port', '0', ...args] })
const says = (command: Command, line: RegExp) => () => command.lines().some((each) => line.test(each))
const runs = (command: Command, program: RegExp) => () =>
  command.processes().some((each) => program.test(each))

/** What a process started may take a moment to be gone after it. */
async function expectNothingLeft(command: Command, pids: number[]): Promise<void> {
  await vi.waitFor(() => expect(command.processes()).toEqual([]), { timeout: 60_000, interval: 100 })
  expect(readdirSync(CACHE).filter((name) => pids.some((pid) => name === `start-${pid}`))).toEqual([])
}

/** The processes that may have a folder for temporary files. */
function foldersOpen(): number[] {
  return readdirSync(CACHE).flatMap((name) => Number(/^start-(\d+)$/.exec(name)?.[1]) || [])
}

function parentOf(pid: number): number {
  return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
}

const MOMENTS: [string, (command: Command) => () => boolean][] = [
  ['right at its start', (command) => () => command.processes().length > 1],
  ['while the worker starts', (command) => says(command, /^starting /)],
  ['while the extension is built', (command) => runs(command, /wxt\.mjs build/)],
]

test.each(MOMENTS)('Ctrl-C %s ends it in one sentence, and leaves nothing', async (_, moment) => {
  const command = start()
  await command.until(moment(command))
  const pids = foldersOpen()
  command.signalAll('SIGINT')
  // Twice, as people do.
  if (command.processes().length > 0) command.signalAll('SIGINT')
  expect(await command.ended).toBe(130)
  expect(command.lines().at(-1)).toMatch(/^Stopped( before it was ready)?\.$/)
  expect(command.lines().join('\n')).not.toMatch(/^\s+at /m)
  await expectNothingLeft(command, pids)
})

test('SIGTERM to the launcher alone, while the extension is built, ends it as well', async () => {
  const command = start()
  await command.until(runs(command, /wxt\.mjs build/))
  const pids = foldersOpen()
  command.process.kill('SIGTERM')
  expect(await command.ended).toBe(143)
  expect(command.lines().at(-1)).toBe('Stopped before it was ready.')
  await expectNothingLeft(command, pids)
})

test('Ctrl-C is how it usually ends, which is no failure', async () => {
  const command = start()
  await command.until(says(command, /^ready /))
  const pids = foldersOpen()
  command.signalAll('SIGINT')
  command.signalAll('SIGINT')
  expect(await command.ended).toBe(0)
  expect(command.lines().at(-1)).toBe('Stopped.')
  await expectNothingLeft(command, pids)
})

test('a command that is killed is said to be', async () => {
  const command = start()
  await command.until(says(command, /^starting /))
  const [pid] = foldersOpen().filter((each) => parentOf(each) === command.process.pid)
  process.kill(pid ?? 0, 'SIGKILL')
  expect(await command.ended).toBe(137)
  expect(command.lines().at(-1)).toBe('The command was ended from outside, by SIGKILL.')
  await vi.waitFor(() => expect(command.processes()).toEqual([]), { timeout: 60_000, interval: 100 })
})

test('a launcher that is killed takes everything with it', async () => {
  const command = start()
  await command.until(says(command, /^ready /))
  const pids = foldersOpen()
  command.process.kill('SIGKILL')
  await expectNothingLeft(command, pids)
})

test('a port that was asked for and is in use ends it at once', async () => {
  const server = createServer((_, response) => response.end('a page'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const command = start('--port', String(port))
  expect(await command.ended).toBe(1)
  expect(command.lines().at(-1)).toBe(
    `Another program listens on port ${port} of 127.0.0.1: stop it, or choose another port with --port.`,
  )
  expect(command.lines().join()).not.toContain('starting')
  server.close()
})

test.each([
  [['--port', 'many'], '--port is a number from 0 to 65535'],
  [['--provider', 'other'], /^--provider is one of crossborder, /],
])('options that make no sense are named: %s', async (args, sentence) => {
  const command = start(...args)
  expect(await command.ended).toBe(2)
  expect(command.lines().at(-1)).toMatch(sentence)
})
