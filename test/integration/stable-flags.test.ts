import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { unstable_readConfig as readConfig } from 'wrangler'
import { pathOfWorkerd } from '../serve/local-worker.ts'
import { ROOT } from '../tools/paths.ts'

/** What workerd says when it starts as Cloudflare runs it: Miniflare and Wrangler allow experimental flags, Cloudflare does not. */
async function start(flags: string[]): Promise<string> {
  const { compatibility_date: date } = readConfig({ config: join(ROOT, 'worker', 'wrangler.jsonc') })
  const folder = mkdtempSync(join(tmpdir(), 'flags-'))
  const worker = `modules = [(name = "w", esModule = "export default {}")], compatibilityDate = "${date}"`
  const services = `[(name = "w", worker = (${worker}, compatibilityFlags = ${JSON.stringify(flags)}))]`
  const sockets = '[(name = "http", address = "127.0.0.1:0", http = (), service = "w")]'
  const file = join(folder, 'config.capnp')
  writeFileSync(
    file,
    `using Workerd = import "/workerd/workerd.capnp";\nconst config :Workerd.Config = (services = ${services}, sockets = ${sockets});`,
  )
  const workerd = spawn(pathOfWorkerd(), ['serve', '--control-fd=3', file], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  try {
    return await new Promise((resolve) => {
      let said = ''
      workerd.stderr?.on('data', (text) => {
        said += text
      })
      // A line on this stream says which port it listens on.
      const control = workerd.stdio[3] as Readable
      control.on('data', () => resolve('started'))
      workerd.on('close', () => resolve(said))
    })
  } finally {
    workerd.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
}

test('the worker uses no flag that Cloudflare does not deploy', async () => {
  const { compatibility_flags: flags } = readConfig({ config: join(ROOT, 'worker', 'wrangler.jsonc') })
  expect(flags).toContain('enable_request_signal')
  expect(await start(flags)).toBe('started')
  expect(await start([...flags, 'experimental'])).toContain('experimental')
})
