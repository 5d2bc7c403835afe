import { join, relative, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Health } from '@find-on-1688/shared'
import { ApiError, createClient, createOperator } from '@find-on-1688/shared/client'
import { isLoopback, localAddress } from '../serve/address.ts'
import { DATA, FolderInUse, openDataFolder } from '../serve/data-folder.ts'
import { startLocalWorker } from '../serve/local-worker.ts'
import { readSettings } from '../serve/settings.ts'
import { builtWorker } from '../tools/built-worker.ts'
import { ROOT } from '../tools/paths.ts'
import { listenFault } from '../tools/port.ts'
import { stopPrograms } from '../tools/run-program.ts'
import { listenForStop } from '../tools/stop-signal.ts'
import { createFirstClient } from './first-client.ts'
import { end, orEnd } from './operator.ts'

const HELP = `npm run serve -- [options]: the worker on this machine, without Cloudflare

--host HOST     the address to listen on (127.0.0.1)
--port N        the port to listen on (8787); 0 takes any free one
--data DIR      where clients, answers and limits are kept (worker/.serve)
--settings DIR  the folder whose .dev.vars has the settings (worker); the environment has what it lacks`
/** How long workerd may take to end. */
const STOP_MS = 1500
/** How long one that was told to end, or lost its parent, may take. */
const OTHER_ENDS_MS = 10_000
/** With --host it may have an address that is none of loopback's: what is said to it stays here all the same. It has just started. */
const ON_THIS_MACHINE = { allowPlainHttp: true, timeoutMs: 60_000 }
const say = (line: string) => console.log(line)

const { host, port, data, settingsFolder } = readOptions()
const stop = listenForStop()
let isReady = false
// A start is cut off anywhere; workerd's watcher ends it.
stop.signal.addEventListener('abort', () => {
  if (isReady) return
  stopPrograms()
  process.exit(0)
})
const folder = await openDataFolder(data, {
  waitMs: OTHER_ENDS_MS,
  onWait: () => console.error(`waiting for another npm run serve to end, which uses ${shown(data)} …`),
}).catch((error: unknown) =>
  end(
    error instanceof FolderInUse
      ? 'It does not end: stop it, or choose another folder with --data.'
      : `${shown(data)} cannot be used: ${error instanceof Error ? error.message : error}`,
  ),
)
// Miniflare's files would stay in the system's folder after a kill.
process.env.TMPDIR = folder.temporary
const fault = await listenFault(host, port)
if (fault) end(fault)
const settings = readSettings(settingsFolder)
const adminToken = settings.ADMIN_TOKEN ?? folder.adminToken()
const bundle = await builtWorker().catch((error: Error) => end(error.message))
const worker = await startLocalWorker({
  ...folder,
  bundle,
  settings: { ...settings, ADMIN_TOKEN: adminToken },
  host,
  port,
  // What the start itself asks the worker is not logged.
  log: (line) => isReady && say(line),
  warn: (line) => console.error(line),
  onFailure: () => process.exit(1),
}).catch((error: unknown) =>
  end(`The worker did not start: ${error instanceof Error ? error.message : error}`),
)
const address = localAddress(host, worker.port)
const { provider } = await requireHealth()
folder.writeAccess({ worker: address, adminToken })
await introduce()
isReady = true
say(`ready  worker ${address}  (${provider}; data in ${shown(data)})`)

if (!stop.signal.aborted) await new Promise((resolve) => stop.signal.addEventListener('abort', resolve))
await Promise.race([worker.close(), sleep(STOP_MS)])
process.exit(0)

/** Ends the command with the worker's own sentence on which settings are missing or malformed. */
async function requireHealth(): Promise<Health> {
  return createClient({ address }, ON_THIS_MACHINE)
    .health()
    .catch((error: unknown) => {
      if (!(error instanceof ApiError) || error.code !== 'not_configured') return end(String(error))
      const file = shown(join(settingsFolder, '.dev.vars'))
      const what = error.detail.replace(/\.$/, '')
      return end(`${what} (in ${file}, or in the environment; see worker/.dev.vars.example).`)
    })
}

/** Prints the connection code of the first client, made now if there is none, and what else a person has to know. */
async function introduce(): Promise<void> {
  const operator = createOperator({ address, adminToken }, ON_THIS_MACHINE)
  const code = await orEnd(createFirstClient(operator))
  const options = data === DATA ? '' : ` --data ${shown(data)}`
  const anotherCode = `another code: npm run connect --${options} --name NAME`
  if (code) say(`Paste this into the extension’s options. It is shown only once:\n\n${code}\n`)
  say(anotherCode)
  if (isLoopback(host)) return
  say(
    'Open to the network, and over plain http, which shows keys and pictures to it: the extension accepts http only from' +
      ' its own machine, and for others needs an https address in front (docs/serve.md).',
  )
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: DATA },
        settings: { type: 'string', default: join(ROOT, 'worker') },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      say(HELP)
      process.exit(0)
    }
    const number = Number(values.port)
    if (!/^\d{1,5}$/.test(values.port) || number > 65_535)
      throw new Error('--port is a number from 0 to 65535')
    if (values.host === '') throw new Error('--host is an address of this machine')
    const settingsFolder = resolve(values.settings)
    return { host: values.host, port: number, data: resolve(values.data), settingsFolder }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}

/** A path as a person would type it from the root of the clone. */
function shown(path: string): string {
  const inside = relative(ROOT, path)
  return inside.startsWith('..') ? path : inside
}
