import { accessSync, constants, statSync } from 'node:fs'
import { homedir, constants as system } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { connectionCode, PROVIDERS } from '@find-on-1688/shared'
import type { Sandbox } from '../fakes/sandbox/index.ts'
import { BROWSERS } from '../start/browser-paths.ts'
import { type ChosenBrowser, chooseBrowser } from '../start/choose-browser.ts'
import { openBrowser } from '../start/open-browser.ts'
import { openTemporaryFolder } from '../start/temporary-folder.ts'
import { buildExtension } from '../tools/build-extension.ts'
import { CACHE } from '../tools/paths.ts'
import { listenerOf, listenFault, nextFreePort } from '../tools/port.ts'
import { stopPrograms } from '../tools/run-program.ts'
import { listenForStop, type StopSignal } from '../tools/stop-signal.ts'
import { systemFault } from './launch/faults.mjs'

const HELP = `npm start -- [options]: a stand-in 1688, the proxy and a demo shop, with the extension in a browser

--browser NAME   ${BROWSERS.join(', ')}, or the path of one; by default the first that is there, in this order
--no-browser     opens nothing
--provider NAME  which of 1688's APIs: ${PROVIDERS.join(', ')} (crossborder)
--port N         the proxy's port; 0 takes any free one (8787, or the next free one)`
const HOST = '127.0.0.1'
const DEFAULT_PORT = 8787
/** How long the worker may take to start. workerd may fail without Wrangler noticing. */
const START_MS = 180_000
/** How long everything may take to close. */
const STOP_MS = 8000

const options = readOptions()
const stop = listenForStop()
/** What is being started, so that it is closed even if it starts only afterwards. */
const started: Promise<{ close(): Promise<void> }>[] = []
let isReady = false
let isEnding = false
stop.signal.addEventListener('abort', () => void end())
for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, end)
try {
  await start()
} catch (error) {
  await end(error)
}

async function start(): Promise<void> {
  const temporary = openTemporaryFolder(CACHE)
  const port = await choosePort()
  const chosen = chooseBrowserHere()
  console.log('starting the stand-in 1688 gateway, the worker and a demo shop …')
  const { startSandbox } = await import('../fakes/sandbox/index.ts')
  const starting = closedAtEnd(startSandbox({ provider: options.provider, port, latencyMs: 300 }))
  const sandbox = await Promise.race([starting, sleep(START_MS)])
  if (!sandbox) throw new Error(`the worker did not start within ${START_MS / 60_000} minutes`)
  const extension = await build(chosen, sandbox, temporary)
  const isOpen = chosen && (await open(chosen, { extension, sandbox, profile: join(temporary, 'profile') }))
  isReady = true
  console.log(
    `extension  ${extension}  (${isOpen ? `open in ${chosen.name}` : 'load it unpacked'}; it is set up for this sandbox)`,
  )
  console.log(`client key ${sandbox.clientKey}`)
  console.log(
    `to connect an extension of your own: ${connectionCode({ address: sandbox.workerUrl, key: sandbox.clientKey })}`,
  )
  console.log(`to try it without a browser:\n${curlLine(sandbox)}`)
  console.log(
    `ready      worker ${sandbox.workerUrl}  shop ${sandbox.shop.url}  gateway ${sandbox.gateway.url}  (${options.provider})`,
  )
}

/**
 * Closes everything and ends the process.
 *
 * @param error why, unless a signal did it or the browser was closed
 */
async function end(error?: unknown): Promise<void> {
  if (isEnding) return
  isEnding = true
  if (started.length > 0) console.log('stopping …')
  stopPrograms()
  const closing = started.map((each) => each.then((it) => it.close()))
  await Promise.race([Promise.allSettled(closing), sleep(STOP_MS)])
  const signal = stop.signal.aborted ? (stop.signal.reason.message as StopSignal) : undefined
  if (signal) {
    console.log(isReady ? 'Stopped.' : 'Stopped before it was ready.')
    process.exit(isReady ? 0 : 128 + system.signals[signal])
  }
  if (error === undefined) {
    console.log('Stopped, since the browser was closed.')
    process.exit(0)
  }
  console.error(systemFault(error) ?? `It cannot go on: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

/** What has to be closed, once it has started; never, if everything is being closed by then. */
async function closedAtEnd<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  started.push(starting)
  const it = await starting
  return isEnding ? new Promise<never>(() => {}) : it
}

/** The default port may be another one; one that was asked for may not. */
async function choosePort(): Promise<number> {
  const { port } = options
  const fault = await listenFault(HOST, port ?? DEFAULT_PORT)
  if (!fault) return port ?? DEFAULT_PORT
  if (port !== undefined) {
    console.error(fault)
    process.exit(1)
  }
  const free = await nextFreePort(HOST, DEFAULT_PORT)
  console.log(
    `${await listenerOf(HOST, DEFAULT_PORT)} listens on port ${DEFAULT_PORT}: port ${free} is taken instead.`,
  )
  return free
}

/** Says why, if there is none to open. */
function chooseBrowserHere(): ChosenBrowser | undefined {
  if (options.noBrowser) return undefined
  const { platform, env } = process
  const chosen = chooseBrowser({ wanted: options.browser, platform, env, home: homedir(), isProgram })
  if (typeof chosen !== 'string') return chosen
  console.log(chosen)
  return undefined
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * The extension for this browser, set up for this sandbox. For the port that was asked for it stays where it is, so that who
 * has loaded it by hand may do so again; another start, with another port, leaves it alone.
 */
async function build(
  chosen: ChosenBrowser | undefined,
  { workerUrl, clientKey }: Sandbox,
  temporary: string,
): Promise<string> {
  const port = Number(new URL(workerUrl).port)
  const name = `sandbox-extension${port === DEFAULT_PORT ? '' : `-${port}`}`
  const stays = port === (options.port ?? DEFAULT_PORT)
  let output = ''
  return buildExtension(chosen?.engine === 'firefox' ? 'firefox' : 'chrome', {
    outDir: join(stays ? CACHE : temporary, name),
    proxyAddress: workerUrl,
    clientKey,
    write: (text) => (output += text),
  }).catch((error: Error) => {
    throw new Error(`${error.message}:\n${output}`)
  })
}

interface Shown {
  extension: string
  sandbox: Sandbox
  profile: string
}

/** Whether the shop is open in the browser. Says why, if it is not. */
async function open(chosen: ChosenBrowser, { extension, sandbox, profile }: Shown): Promise<boolean> {
  try {
    const browser = await closedAtEnd(openBrowser(chosen, { extension, url: sandbox.shop.url, profile }))
    browser.ended.then(() => end())
    return true
  } catch (error) {
    if (isEnding) return new Promise<never>(() => {})
    console.log(`The sandbox goes on without a browser: ${error instanceof Error ? error.message : error}`)
    return false
  }
}

/** A sample search from a terminal: a picture of the shop, through the worker. */
function curlLine({ shop, workerUrl, clientKey }: Sandbox): string {
  const picture = new URL('/i/main.jpg', shop.pictureOrigin)
  return (
    `curl -s ${picture} | curl -s "${workerUrl}/v1/search?mode=same&pageSize=3" ` +
    `-H "Authorization: Bearer ${clientKey}" -H "Content-Type: image/jpeg" --data-binary @-`
  )
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        provider: { type: 'string', default: 'crossborder' },
        port: { type: 'string' },
        browser: { type: 'string' },
        'no-browser': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      console.log(HELP)
      process.exit(0)
    }
    const provider = PROVIDERS.find((name) => name === values.provider)
    if (!provider) throw new Error(`--provider is one of ${PROVIDERS.join(', ')}`)
    const port = values.port === undefined ? undefined : Number(values.port)
    if (values.port !== undefined && (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535))
      throw new Error('--port is a number from 0 to 65535')
    return { provider, port, browser: values.browser, noBrowser: values['no-browser'] }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}
