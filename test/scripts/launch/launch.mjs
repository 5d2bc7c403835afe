import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { installPackages } from './install.mjs'
import { onStop } from './on-stop.mjs'
import { NODE, NODE_BIN, ROOT } from './places.mjs'

/**
 * What these start does not hear of Ctrl-C itself: Wrangler complains at length of a workerd that ended before it did. They
 * cannot read from a terminal.
 */
const IN_OWN_GROUP = new Set(['start'])

/** Installs the packages if the lockfile is newer than they are, then runs a script with the Node among them. */
export async function launch([name, ...args]) {
  let child
  let stopped
  // The child ends first, in its own order. To most, a terminal sends Ctrl-C as well.
  onStop((signal) => {
    stopped ??= signal
    child?.kill(signal)
  })
  const fault = await installPackages()
  if (fault) {
    console.error(fault.sentence)
    process.exit(fault.exitCode)
  }
  if (stopped) end(stopped, true)
  child = spawn(NODE, [join(ROOT, 'test', 'scripts', `${name}.ts`), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    detached: IN_OWN_GROUP.has(name) && process.platform !== 'win32',
    env: { ...process.env, PATH: `${NODE_BIN}${delimiter}${process.env.PATH}` },
  })
  child.on('error', ({ message }) => {
    console.error(
      `${NODE} could not be started (${message}): delete node_modules, and run the command again.`,
    )
    process.exit(1)
  })
  child.on('exit', (code, signal) => (signal ? end(signal, stopped !== undefined) : process.exit(code)))
}

/** Ends like a script that said nothing itself: it was told to end before it listened, or it was killed. */
function end(signal, wasAsked) {
  console.error(wasAsked ? 'Stopped.' : `The command was ended from outside, by ${signal}.`)
  process.exit(128 + constants.signals[signal])
}
