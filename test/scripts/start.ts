import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connectionCode, PROVIDERS } from '@find-on-1688/shared'
import { startSandbox } from '../fakes/sandbox/index.ts'
import { buildExtension } from '../tools/build-extension.ts'
import { CACHE } from '../tools/paths.ts'
import { listenForStop } from '../tools/stop-signal.ts'

const { provider, port, showBrowser } = readOptions()
const stop = listenForStop()

console.log('starting the stand-in 1688 gateway, the worker and a demo shop …')
const sandbox = await startSandbox({ provider, port, latencyMs: 300 }).catch((error: unknown) => {
  console.error(`The sandbox did not start: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
})
// Wrangler ends the process at once on these signals. From here on, everything is closed first, the browser too.
listenForStop(stop)
const extension = await buildExtension('chrome', {
  outDir: join(CACHE, 'sandbox-extension'),
  proxyAddress: sandbox.workerUrl,
  clientKey: sandbox.clientKey,
})
const browser = showBrowser ? await openBrowser(extension) : undefined
console.log(`extension  ${extension}  (load it unpacked; it is set up for this sandbox)`)
console.log(`client key ${sandbox.clientKey}`)
console.log(
  `to connect an extension of your own: ${connectionCode({ address: sandbox.workerUrl, key: sandbox.clientKey })}`,
)
console.log(`to try it without a browser:\n${curlLine()}`)
console.log(
  `ready      worker ${sandbox.workerUrl}  shop ${sandbox.shop.url}  gateway ${sandbox.gateway.url}  (${provider})`,
)

if (!stop.signal.aborted) await new Promise((resolve) => stop.signal.addEventListener('abort', resolve))
console.log('stopping …')
await browser?.close()
await sandbox.close()
process.exit(0)

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        provider: { type: 'string', default: 'crossborder' },
        port: { type: 'string', default: '8787' },
        'no-browser': { type: 'boolean', default: false },
      },
    })
    const provider = PROVIDERS.find((name) => name === values.provider)
    if (!provider) throw new Error(`--provider is one of ${PROVIDERS.join(', ')}`)
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error('--port is a number from 0 to 65535')
    return { provider, port, showBrowser: !values['no-browser'] }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}

/** A sample search from a terminal: a picture of the shop, through the worker. */
function curlLine(): string {
  const picture = new URL('/i/main.jpg', sandbox.shop.pictureOrigin)
  return (
    `curl -s ${picture} | curl -s "${sandbox.workerUrl}/v1/search?mode=same&pageSize=3" ` +
    `-H "Authorization: Bearer ${sandbox.clientKey}" -H "Content-Type: image/jpeg" --data-binary @-`
  )
}

/** Opens the shop in Chromium with the extension, or says why it cannot. */
async function openBrowser(extensionDir: string) {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
  if (!executablePath) return noBrowser('no Chromium was found (Debian: apt-get install chromium)')
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return noBrowser('there is no display')
  const profile = await mkdtemp(join(tmpdir(), 'find-on-1688-'))
  const args = [
    `--user-data-dir=${profile}`,
    `--load-extension=${extensionDir}`,
    '--no-first-run',
    '--no-default-browser-check',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    sandbox.shop.url,
  ]
  const child = spawn(executablePath, args, { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve()).on('error', () => resolve())
  })
  // Closing the window ends the command.
  ended.then(() => stop.abort())
  return {
    close: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

function noBrowser(why: string): undefined {
  console.log(`no browser is opened: ${why}`)
}
