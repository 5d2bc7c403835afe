import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ClientList,
  type IssuedClient,
  PATHS,
  readConnectionCode,
  type Usage,
} from '@find-on-1688/shared'
import { mostInSecond } from '../../fakes/counting-gateway/arrivals.ts'
import { startCountingGateway } from '../../fakes/counting-gateway/index.ts'
import { issueClient } from '../../fakes/sandbox/index.ts'
import { readAccess } from '../../serve/data-folder.ts'
import { Searchers } from './searchers.ts'
import { type Service, startService, workerdOf } from './service.ts'

export interface KillRunOptions {
  kills: number
  say?: (line: string) => void
}

export interface KillFigures {
  /** How often each process was killed, and how often that was before the service was ready. */
  killed: Record<Victim, number>
  whileStarting: number
  /** Clients that were made between the kills, and how many of all are not in the list at the end. */
  clientsMade: number
  clientsLost: number
  firstClients: number
  /** Searches that were answered, searches counted against their clients, and calls that arrived at the gateway. */
  answered: number
  counted: number
  arrivals: number
  /** Searches that got no answer, because the worker was killed or not there. */
  broken: number
  failures: Searchers['failures']
  mostInSecond: number
  /** How many answers were asked for again at the end, and the calls that this cost. */
  askedAgain: number
  callsForThem: number
}

type Victim = 'node' | 'workerd' | 'both'
const VICTIMS: Victim[] = ['node', 'workerd', 'both']
/** Of each of two clients: as many as may wait. */
const SEARCHES_AT_ONCE = 3

/**
 * Serves a worker that searches at its full rate all the time, kills it at random moments, starts it again, and compares what
 * its clients and the gateway saw with what it remembers.
 *
 * @throws if a service does not start again
 */
export async function killRun({ kills, say = () => {} }: KillRunOptions): Promise<KillFigures> {
  const home = await mkdtemp(join(tmpdir(), 'kill-run-'))
  const data = join(home, 'data')
  const gateway = await startCountingGateway()
  const vars = {
    PROVIDER: 'image-search',
    APP_KEY: '1000000',
    APP_SECRET: 'secret',
    GATEWAY_URL: gateway.url,
  }
  await writeFile(
    join(home, '.dev.vars'),
    Object.entries(vars).map(([name, value]) => `${name}=${value}\n`),
  )
  // The same port each time: it has to be free again. Below those that systems give to outgoing connections.
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const url = `http://127.0.0.1:${port}`
  const start = () => startService({ data, settings: home, port })
  const searchers = new Searchers(url)
  const clients: IssuedClient[] = []
  const killed = { node: 0, workerd: 0, both: 0 }
  let whileStarting = 0
  let service = start()
  try {
    const { connectionCode } = await service.ready
    const keys = [readConnectionCode(connectionCode ?? '')?.key ?? '']
    for (let kill = 1; kill <= kills; kill++) {
      const isReady = kill % 4 > 0 || (await isReadyWithin(Math.random() * 3000))
      if (isReady) {
        await service.ready
        const client = await issueClient(url, adminToken(), `client ${kill}`)
        clients.push(client)
        if (keys.length < 2) keys.push(client.key)
        if (kill === 1) for (const key of keys) searchers.start(key, SEARCHES_AT_ONCE)
        await sleep(Math.random() * 3000)
      } else whileStarting++
      const victim = (isReady && VICTIMS[Math.floor(Math.random() * VICTIMS.length)]) || 'node'
      killed[victim]++
      say(`kill ${kill} of ${kills}: ${victim}${isReady ? '' : ', while it starts'}`)
      service = await strike(victim)
    }
    await service.ready
    await searchers.stop()
    service.process.kill('SIGTERM')
    await service.ended
    service = start()
    await service.ready
    const list = await ask<ClientList>(PATHS.adminClients, adminToken())
    const known = new Set(list.clients.map(({ id }) => id))
    const usages = await Promise.all(keys.map((key) => ask<Usage>(PATHS.usage, key)))
    const arrivals = await gateway.arrivals()
    const askedAgain = await searchers.askAgain(10)
    return {
      killed,
      whileStarting,
      clientsMade: clients.length,
      clientsLost: clients.filter(({ id }) => !known.has(id)).length,
      firstClients: list.clients.filter(({ name }) => name === 'First client').length,
      answered: searchers.answered.length,
      counted: usages.reduce((sum, { dailySearches }) => sum + dailySearches.used, 0),
      arrivals: arrivals.length,
      broken: searchers.broken,
      failures: searchers.failures,
      mostInSecond: mostInSecond(arrivals),
      askedAgain,
      callsForThem: (await gateway.arrivals()).length - arrivals.length,
    }
  } finally {
    service.process.kill('SIGTERM')
    await Promise.all([service.ended, searchers.stop()])
    await gateway.close()
    await rm(home, { recursive: true, force: true })
  }

  function isReadyWithin(ms: number): Promise<boolean> {
    return Promise.race([service.ready.then(() => true), sleep(ms, false)])
  }

  /** Kills without warning, and resolves to the service that goes on. */
  async function strike(victim: Victim): Promise<Service> {
    const workerd = workerdOf(data)
    if (victim !== 'node' && workerd) process.kill(workerd, 'SIGKILL')
    if (victim === 'workerd') {
      while (
        !(await fetch(url + PATHS.health).then(
          (response) => response.ok,
          () => false,
        ))
      )
        await sleep(50)
      return service
    }
    service.process.kill('SIGKILL')
    await service.ended
    return start()
  }

  function adminToken(): string {
    return readAccess(data)?.adminToken ?? ''
  }

  async function ask<T>(path: string, token: string): Promise<T> {
    const response = await fetch(url + path, { headers: { Authorization: `Bearer ${token}` } })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as T
  }
}
