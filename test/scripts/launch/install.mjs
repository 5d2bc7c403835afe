import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { installationFault, systemFault } from './faults.mjs'
import { onStop } from './on-stop.mjs'
import { NODE, ROOT } from './places.mjs'

/** Name and version. */
const { packageManager: PNPM } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.installed')
/** How long npx and pnpm may take to end before they are killed. */
const STOP_MS = 3000
const MAX_KEPT_OUTPUT = 100_000
/** By themselves, npm and pnpm take minutes to give up a registry that is out of reach. */
const RETRIES = Object.fromEntries(
  ['npm_config', 'pnpm_config'].flatMap((prefix) => [
    [`${prefix}_fetch_retry_factor`, '2'],
    [`${prefix}_fetch_retry_mintimeout`, '1000'],
  ]),
)

/**
 * Installs the packages if the lockfile or the workspace has changed since the last time.
 *
 * @returns why it could not, as a sentence for a person, and the exit code that goes with it
 */
export async function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'pnpm-lock.yaml')))
    .update(readFileSync(join(ROOT, 'pnpm-workspace.yaml')))
    .digest('hex')
  if (existsSync(NODE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return undefined
  try {
    makeFolder(MODULES)
    // Says at once what pnpm would say at length, and what is installed half-way is not taken for whole.
    writeFileSync(STAMP, '')
    const fault = await runPnpm()
    if (fault) return fault
    // pnpm itself does this only if it changed something.
    await import('./link-node.mjs')
    writeFileSync(STAMP, wanted)
    return undefined
  } catch (error) {
    const sentence = systemFault(error) ?? `The packages could not be installed: ${error.message}`
    return { sentence, exitCode: 1 }
  }
}

/** Not recursively: that would say of a read-only disk that the folder does not exist. */
function makeFolder(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

async function runPnpm() {
  // Beside what the command itself prints, which may go into a pipe.
  console.error(`installing the packages of pnpm-lock.yaml, with ${PNPM} through npx …`)
  const installation = start(`npx --yes ${PNPM} install --frozen-lockfile --reporter=append-only`)
  let stopped
  const stopListening = onStop((signal) => {
    stopped ??= signal
    installation.stop()
  })
  const { code, output, error } = await installation.ended
  stopListening()
  if (stopped)
    return {
      sentence: 'Stopped before the packages were installed: run the command again to go on.',
      exitCode: 128 + constants.signals[stopped],
    }
  if (error?.code === 'ENOENT')
    return {
      sentence: 'npx was not found: install npm, which comes with Node, and run the command again.',
      exitCode: 1,
    }
  if (code === 0) return undefined
  const known = installationFault(output, process.env)
  if (!known) console.error(output.trimEnd())
  return { sentence: known ?? 'The packages could not be installed, for the reason above.', exitCode: 1 }
}

/** Runs a command in a process group of its own: Ctrl-C reaches this process alone, which ends the whole group. */
function start(command) {
  const [program, ...args] = command.split(' ')
  const options = {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...RETRIES, ...process.env },
  }
  // npx is a script on Windows, which only a shell starts.
  const child =
    process.platform === 'win32'
      ? spawn(command, { ...options, shell: true })
      : spawn(program, args, { ...options, detached: true })
  let output = ''
  let isRetrying = false
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-MAX_KEPT_OUTPUT)
      for (const line of text.match(/^Progress: .*/gm) ?? []) console.error(line)
      if (!isRetrying && /Will retry in/.test(text)) {
        isRetrying = true
        console.error('the npm registry does not answer; trying again …')
      }
    })
  let timer
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ error, output }))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output })
    })
  })
  return {
    ended,
    stop: () => {
      kill(child, 'SIGTERM')
      timer ??= setTimeout(() => kill(child, 'SIGKILL'), STOP_MS)
    },
  }
}

function kill(child, signal) {
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/PID', String(child.pid), '/T', '/F'])
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended.
  }
}
