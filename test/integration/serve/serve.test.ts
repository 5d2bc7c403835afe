import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readConnectionCode } from '@find-on-1688/shared'
import { createClient } from '@find-on-1688/shared/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mostInSecond } from '../../fakes/counting-gateway/arrivals.ts'
import { startCountingGateway } from '../../fakes/counting-gateway/index.ts'
import { PATIENT } from '../../fakes/sandbox/index.ts'
import { runNode } from '../../tools/run-program.ts'
import { retryWhenStalled } from '../retry-when-stalled.ts'
import { killRun } from './kill-run.ts'
import { Searchers } from './searchers.ts'
import { type Service, type StartOptions, startService, workerdOf } from './service.ts'

const SETTINGS = 'PROVIDER=image-search\nAPP_KEY=1000000\nAPP_SECRET=the-app-secret\n'

let home: string
let services: Service[]
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'serve-'))
  services = []
})
afterEach(async () => {
  for (const service of services) service.process.kill('SIGTERM')
  await Promise.all(services.map(({ ended }) => ended))
  await rm(home, { recursive: true, force: true })
})

const data = () => join(home, 'data')

function blobs(namespace: string): string[] {
  const folder = join(data(), 'storage', 'kv', namespace, 'blobs')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** As if their time had passed for all entries that have one. */
function expireAll(): number {
  const folder = join(data(), 'storage', 'kv', 'miniflare-KVNamespaceObject')
  let changes = 0
  for (const file of readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))) {
    const database = new DatabaseSync(join(folder, file))
    const update = 'UPDATE _mf_entries SET expiration = 1 WHERE expiration IS NOT NULL'
    changes += Number(database.prepare(update).run().changes)
    database.close()
  }
  return changes
}

async function serve({ settings = SETTINGS, ...rest }: StartOptions & { settings?: string } = {}) {
  await writeFile(join(home, '.dev.vars'), settings)
  const service = startService({ data: data(), settings: home, ...rest })
  services.push(service)
  return service
}

describe('npm run serve', () => {
  test('gives the code of a first client, and after a restart knows it and makes no other', async () => {
    const first = await serve()
    const { url, connectionCode } = await first.ready
    const connection = readConnectionCode(connectionCode ?? '')
    expect(connection?.address).toBe(url)
    first.process.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const second = await serve()
    const again = await second.ready
    expect(again.connectionCode).toBeUndefined()
    expect(second.said()).toContain('npm run connect')
    await createClient({ address: again.url, key: connection?.key ?? '' }, PATIENT).usage()
    expect(first.said() + second.said()).not.toContain('the-app-secret')
  })

  test('is found by the operator’s commands, without an address or a token', async () => {
    const { url } = await (await serve()).ready
    let said = ''
    const connect = join(import.meta.dirname, '../../scripts/connect.ts')
    const exitCode = await runNode(connect, ['--data', data(), '--name', 'Li'], {
      write: (text) => (said += text),
    })
    expect(exitCode).toBe(0)
    const code = said.trim().split('\n').at(-1) ?? ''
    expect(readConnectionCode(code)?.address).toBe(url)
    expect(await createClient(code, PATIENT).usage()).toMatchObject({ client: { name: 'Li' } })
  })

  test.each([
    ['names what is missing', 'APP_KEY=1\n', /APP_SECRET is missing; ACCESS_TOKEN is missing/],
    ['names what is malformed', `${SETTINGS}MAX_QPS=many\n`, /MAX_QPS must be/],
  ])('%s in one sentence without its value, and ends', async (_name, settings, sentence) => {
    const service = await serve({ settings })
    expect(await service.ended).toBe(1)
    expect(service.said()).toMatch(sentence)
    expect(service.said().trim().split('\n')).toHaveLength(1)
    expect(service.said()).not.toContain('many')
    expect(workerdOf(data())).toBeUndefined()
  })

  test('takes settings that the file lacks from the environment', async () => {
    const service = await serve({
      settings: '',
      env: { PROVIDER: 'image-search', APP_KEY: '1', APP_SECRET: 's' },
    })
    await service.ready
  })

  test('says what it means to be open to the network', async () => {
    const service = await serve({ args: ['--host', '0.0.0.0'] })
    const { url } = await service.ready
    expect(service.said()).toMatch(/plain http/)
    expect(new URL(url).hostname).toBe('127.0.0.1')
  })

  test('is the only one on its data', async () => {
    await (await serve()).ready
    const second = await serve()
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain('--data')
  })

  test('deletes answers from the disk once they have expired', async () => {
    const gateway = await startCountingGateway()
    const settings = `${SETTINGS}GATEWAY_URL=${gateway.url}\n`
    const first = await serve({ settings })
    const { url, connectionCode } = await first.ready
    const key = readConnectionCode(connectionCode ?? '')?.key ?? ''
    const searchers = new Searchers(url)
    searchers.start(key, 1)
    await vi.waitUntil(() => blobs('ANSWERS').length > 0, 60_000)
    await searchers.stop()
    first.process.kill('SIGTERM')
    await first.ended
    const clients = blobs('CLIENTS').length
    expect(expireAll()).toBeGreaterThan(0)
    await (await serve({ settings })).ready
    expect(blobs('ANSWERS')).toEqual([])
    expect(blobs('CLIENTS')).toHaveLength(clients)
    await gateway.close()
  })

  test('leaves no workerd behind when it is killed, and starts again at once on the same port', async () => {
    const first = await serve()
    const { url } = await first.ready
    const workerd = workerdOf(data())
    first.process.kill('SIGKILL')
    const second = await serve({ port: Number(new URL(url).port) })
    expect((await second.ready).url).toBe(url)
    expect(workerdOf(data())).not.toBe(workerd)
  })

  test.runIf(process.platform === 'linux')(
    'ends, and lets the next one start, when only npm is killed',
    async () => {
      const first = await serve({ byNpm: true })
      const { url } = await first.ready
      first.process.kill('SIGKILL')
      const second = await serve({ port: Number(new URL(url).port) })
      expect((await second.ready).url).toBe(url)
    },
  )
})

const PATIENCE_MS = 900_000

test(
  'kills at random moments lose no client, no answered search and no limit',
  { timeout: PATIENCE_MS },
  () =>
    retryWhenStalled(async () => {
      const kills = 4
      const figures = await killRun({ kills })
      expect(figures.answered).toBeGreaterThan(0)
      expect(figures).toMatchObject({ clientsLost: 0, firstClients: 1, failures: {}, callsForThem: 0 })
      expect(figures.askedAgain).toBeGreaterThan(0)
      expect(figures.counted).toBeGreaterThanOrEqual(figures.answered)
      // A kill may come between a call and its count, or between a count and its call's arrival.
      expect(figures.counted).toBeGreaterThanOrEqual(figures.arrivals - kills)
      expect(figures.counted).toBeLessThanOrEqual(figures.arrivals + kills)
      expect(figures.mostInSecond).toBeLessThanOrEqual(3)
    }),
)

test('a fourth call in a second is noticed, and one that was only noted late is not called one', () => {
  const at = (ms: number, lateMs = 0) => ({ earliestMs: ms, latestMs: ms + lateMs })
  expect(mostInSecond([at(0), at(334), at(668), at(999)])).toBe(4)
  expect(mostInSecond([at(0, 200), at(367), at(734), at(1101)])).toBe(3)
})
