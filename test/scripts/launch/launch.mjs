import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { installPackages } from './install.mjs'
import { onStop } from './on-stop.mjs'
import { NODE, NODE_BIN, ROOT } from './places.mjs'

/** Installs the packages if the lockfile is newer than they are, then runs a script with the Node among them. */
export async function launch([name, ...args]) {
  const fault = await installPackages()
  if (fault) {
    console.error(fault.sentence)
    process.exit(fault.exitCode)
  }
  run(name, args)
}

function run(name, args) {
  const child = spawn(NODE, [join(ROOT, 'test', 'scripts', `${name}.ts`), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${NODE_BIN}${delimiter}${process.env.PATH}` },
  })
  // A terminal sends Ctrl-C to both, anyone else to this one alone. The child ends first, in its own order.
  let isStopping = false
  onStop((signal) => {
    isStopping = true
    child.kill(signal)
  })
  child.on('error', ({ message }) => {
    console.error(
      `${NODE} could not be started (${message}): delete node_modules, and run the command again.`,
    )
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    // It has said nothing itself: it was told to end before it listened, or it was killed.
    if (signal) console.error(isStopping ? 'Stopped.' : `The command was ended from outside, by ${signal}.`)
    process.exit(code ?? 128 + constants.signals[signal])
  })
}
