// The entry point of every npm script. Runs on any Node from 20 on and needs nothing installed: it installs the packages
// if the lockfile is newer than they are, and then continues with the Node among them.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const PNPM = 'pnpm@12.21.0'
const stamp = `${root}node_modules/.installed`
const node = `${root}node_modules/node/bin/node`

const [command, ...args] = process.argv.slice(2)
install()
run(command, args)

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}pnpm-lock.yaml`))
    .update(readFileSync(`${root}pnpm-workspace.yaml`))
    .digest('hex')
  const present = existsSync(stamp) && existsSync(node) ? readFileSync(stamp, 'utf8') : ''
  if (present === wanted) return
  // Beside what the command itself prints, which may go into a pipe.
  console.error(
    `installing the packages of pnpm-lock.yaml (${PNPM} through npx; a newer Node comes with them) …`,
  )
  // npx is a script of its own on Windows, which only a shell starts.
  const shell = process.platform === 'win32'
  const { status } = spawnSync(
    'npx',
    ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'],
    {
      cwd: root,
      stdio: ['inherit', 2, 'inherit'],
      shell,
    },
  )
  if (status !== 0) {
    console.error('The packages could not be installed: see above. Is the npm registry within reach?')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

function run(name, rest) {
  const child = spawn(node, [`${root}test/scripts/${name}.ts`, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${root}node_modules/node/bin:${process.env.PATH}` },
  })
  // A terminal sends Ctrl-C to both; SIGTERM comes here alone, or to npm, whose shell dies of it without passing it on
  // and leaves this an orphan. A killed npm leaves its shell as well. In each case the child ends first, in its own order.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const parents = parentsOfThis()
  setInterval(() => {
    if (parentsOfThis() !== parents) child.kill('SIGTERM')
  }, 250).unref()
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

/** This process's parent and, if that is the shell which npm runs its scripts with, npm. Only Linux tells the latter. */
function parentsOfThis() {
  const shell = process.ppid
  try {
    const [, name, npm] = /^\d+ \((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${shell}/stat`, 'utf8'))
    if (process.env.npm_lifecycle_event && /^(ba|da|z|k)?sh$/.test(name)) return `${shell} ${npm}`
  } catch {}
  return `${shell}`
}
