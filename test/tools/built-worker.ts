import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unstable_MiniflareWorkerOptions } from 'wrangler'
import { CACHE, ROOT } from './paths.ts'

const BUNDLES = join(CACHE, 'worker')
/** What the bundle is made of, and what makes it. */
const SOURCES = [
  'package.json',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'extension/vite-plugins',
  'shared/package.json',
  'shared/src',
  'test/tools/build-environment.ts',
  'test/tools/build-worker.ts',
  'test/tools/built-worker.ts',
  'worker/generate',
  'worker/package.json',
  'worker/src',
  'worker/tsconfig.json',
  'worker/wrangler.jsonc',
]
/** No part of a bundle; or written by the build itself. */
const IGNORED = /\.test\.ts$|[\\/]worker[\\/]src[\\/]generated[\\/][^\\/]+\.js$/
const BINDINGS = 'bindings.json'

/** What wrangler.jsonc says of the worker, as Miniflare takes it. */
export interface Bindings {
  name: string
  vars: Record<string, string>
  options: Omit<Unstable_MiniflareWorkerOptions['workerOptions'], 'bindings' | 'modulesRules' | 'rootPath'>
}

/**
 * The folder of the worker's bundle, made again only when its sources change: that takes longer than a start of the worker.
 *
 * @throws with what the build printed if it fails
 */
export async function builtWorker(): Promise<string> {
  const folder = join(BUNDLES, await fingerprint())
  if (!existsSync(folder)) await buildInto(folder)
  return folder
}

export async function readBindings(bundle: string): Promise<Bindings> {
  return JSON.parse(await readFile(join(bundle, BINDINGS), 'utf8'))
}

/** Several may build at once; a folder gets its name only when finished. */
async function buildInto(folder: string): Promise<void> {
  await mkdir(BUNDLES, { recursive: true })
  const older = (await readdir(BUNDLES)).filter((name) => !name.includes('.'))
  const unfinished = await mkdtemp(`${folder}.`)
  try {
    // What bundles takes longer to load than a finished bundle takes to find.
    const { buildWorker } = await import('./build-worker.ts')
    let output = ''
    const code = await buildWorker(unfinished, { write: (text) => (output += text) })
    if (code !== 0) throw new Error(`The worker could not be built:\n${output}`)
    await writeFile(join(unfinished, BINDINGS), JSON.stringify(await bindings()))
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  for (const name of older) await rm(join(BUNDLES, name), { recursive: true, force: true })
}

/** Wrangler takes longer to load than everything else that a start of the worker needs. */
async function bindings(): Promise<Bindings> {
  // It would say that it uses worker/.dev.vars, which may not be so.
  process.env.WRANGLER_LOG ??= 'error'
  const { unstable_getMiniflareWorkerOptions: optionsOf, unstable_readConfig: readConfig } = await import(
    'wrangler'
  )
  const config = readConfig({ config: join(ROOT, 'worker', 'wrangler.jsonc') })
  // Its own bindings have the secrets that it found in the environment, and its path is true of this clone only.
  const { modulesRules: _, bindings: __, rootPath: ___, ...options } = optionsOf(config).workerOptions
  return { name: config.name ?? 'worker', vars: config.vars as Record<string, string>, options }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of await filesIn(source))
      hash.update(`${file}\0`).update(await readFile(join(ROOT, file)))
  return hash.digest('hex').slice(0, 16)
}

/** From the root of the clone, in an order that is always the same. */
async function filesIn(source: string): Promise<string[]> {
  if (!(await stat(join(ROOT, source))).isDirectory()) return [source]
  const entries = await readdir(join(ROOT, source), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length + 1))
    .filter((file) => !IGNORED.test(`/${file}`))
    .sort()
}
