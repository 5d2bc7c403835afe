import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildExtension, type Target } from '../../tools/build-extension.ts'
import { CACHE, ROOT } from '../../tools/paths.ts'
import type { BrowserName } from '../browser/driver.ts'

const BUILDS = join(CACHE, 'stories')
/** What a build depends on. */
const SOURCES = [
  'extension/src',
  'extension/public',
  'extension/vite-plugins',
  'extension/wxt.config.ts',
  'shared/src',
  'pnpm-lock.yaml',
]
/** Placeholders in the build for what differs from stage to stage. */
const ADDRESS = 'http://address-of-the-proxy.invalid'
const KEY = 'key-of-the-client'

export const targetOf = (browser: BrowserName): Target => (browser === 'chromium' ? 'chrome' : 'firefox')

/** A copy of the extension that is set up for a proxy. The caller removes it. */
export async function extensionFor(target: Target, proxy: { address: string; key: string }): Promise<string> {
  const build = await builtExtension(target)
  const folder = await mkdtemp(join(CACHE, `${target}-`))
  await cp(build, folder, { recursive: true })
  for (const file of await scriptsIn(folder)) {
    const text = await readFile(file, 'utf8')
    const set = text.replaceAll(ADDRESS, proxy.address).replaceAll(KEY, proxy.key)
    if (set !== text) await writeFile(file, set)
  }
  return folder
}

/** The folder of a cached build, made again only when its sources change: building takes longer than most stories. */
export async function builtExtension(target: Target): Promise<string> {
  const build = join(BUILDS, `${target}-${await fingerprint()}`)
  if (!(await exists(build))) await buildInto(build, target)
  return build
}

/** Builds in another folder first, so that a build that was interrupted is never taken for a whole one. */
async function buildInto(build: string, target: Target): Promise<void> {
  await mkdir(BUILDS, { recursive: true })
  const older = (await readdir(BUILDS)).filter((name) => name.startsWith(`${target}-`))
  const outDir = await mkdtemp(join(CACHE, 'build-'))
  const built = await buildExtension(target, { outDir, proxyAddress: ADDRESS, clientKey: KEY, pseudo: true })
  await rename(built, build).catch(async (error) => {
    if (!(await exists(build))) throw error
  })
  const gone = [outDir, ...older.map((name) => join(BUILDS, name))]
  await Promise.all(gone.map((folder) => rm(folder, { recursive: true, force: true })))
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(ROOT, source)
    const isFolder = (await stat(path)).isDirectory()
    const files = isFolder ? (await filesIn(path)).sort() : [path]
    for (const file of files) hash.update(`${file}\0`).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function scriptsIn(folder: string): Promise<string[]> {
  return (await filesIn(folder)).filter((file) => file.endsWith('.js'))
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
