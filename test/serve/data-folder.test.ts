import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, openDataFolder, readAccess } from './data-folder.ts'

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'data-')), 'new')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

test('is for one service at a time', async () => {
  const first = await openDataFolder(folder)
  await expect(openDataFolder(folder)).rejects.toThrow(FolderInUse)
  first.close()
  const second = await openDataFolder(folder)
  second.close()
})

test('is waited for while another service ends', async () => {
  const first = await openDataFolder(folder)
  const second = await openDataFolder(folder, { waitMs: 60_000, onWait: () => first.close() })
  second.close()
})

test('is free again at once if the service that used it is killed', async () => {
  const script = `
    const { openDataFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))})
    await openDataFolder(${JSON.stringify(folder)})
    console.log('open')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  await expect(openDataFolder(folder)).rejects.toThrow(FolderInUse)
  other.kill('SIGKILL')
  await once(other, 'exit')
  const opened = await openDataFolder(folder)
  opened.close()
})

test('keeps an admin token of its own, which nobody else can read', async () => {
  const first = await openDataFolder(folder)
  const token = first.adminToken()
  expect(token).toMatch(/^[\w-]{43}$/)
  first.close()
  const second = await openDataFolder(folder)
  expect(second.adminToken()).toBe(token)
  second.close()
  expect((await stat(join(folder, 'admin-token'))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('tells the operator’s commands where the worker is, and nothing if none was ever served', async () => {
  expect(readAccess(folder)).toBeUndefined()
  const opened = await openDataFolder(folder)
  opened.writeAccess({ worker: 'http://127.0.0.1:1', adminToken: 'token' })
  opened.close()
  expect(readAccess(folder)).toEqual({ worker: 'http://127.0.0.1:1', adminToken: 'token' })
  expect((await stat(join(folder, 'operator.json'))).mode & 0o777).toBe(0o600)
})

const bystanderOf = (pidFile: string) =>
  spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
    env: { ...process.env, PID_FILE: pidFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

test.runIf(process.platform === 'linux')(
  'ends a workerd that was left, and no other process of its number',
  async () => {
    const { pidFile, close } = await openDataFolder(folder)
    close()
    const [other, left] = [bystanderOf('/elsewhere/workerd.pid'), bystanderOf(pidFile)]
    const ended = once(left, 'exit')
    await Promise.all([once(other.stdout, 'data'), once(left.stdout, 'data')])
    for (const { pid } of [other, left]) {
      await writeFile(pidFile, `${pid}\n`)
      const opened = await openDataFolder(folder)
      opened.close()
    }
    await ended
    expect(left.signalCode).toBe('SIGKILL')
    expect(other.exitCode ?? other.signalCode).toBeNull()
    other.kill('SIGKILL')
  },
)
