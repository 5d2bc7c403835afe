import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { programOf, ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'

/** Files to upload: Edge takes the one for Chrome; Firefox's store also asks for the sources. */
export interface Packed {
  chrome: string
  firefox: string
  sources: string
}

/** Where the zips of this version are, or will be. */
export async function zipsIn(outDir: string): Promise<Packed> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  const file = (part: string) => join(outDir, `find-on-1688-${version}-${part}.zip`)
  return { chrome: file('chrome'), firefox: file('firefox'), sources: file('sources') }
}

/** Builds the extension for both stores and packs it with its sources into `outDir`. */
export async function packExtension(outDir: string): Promise<Packed> {
  const packed = await zipsIn(outDir)
  // If this fails, nobody uploads an older one by mistake.
  for (const zip of Object.values(packed)) await rm(zip, { force: true })
  // A published build has no proxy address and is no development build, whatever is in the environment.
  const { WXT_PROXY_ADDRESS: _, WXT_CLIENT_KEY: __, ...environment } = process.env
  const env = { ...environment, NODE_ENV: 'production', FIND_ON_1688_OUT_DIR: outDir, WXT_TELEMETRY: '0' }
  for (const target of ['chrome', 'firefox']) {
    const code = await runNode(
      programOf('extension', 'wxt', 'bin/wxt.mjs'),
      // It would only warn about files that it packs from outside its own folder.
      ['zip', '--browser', target, '--mv3', '--level', 'error'],
      {
        cwd: join(ROOT, 'extension'),
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    if (code !== 0) throw new Error(`packing the extension for ${target} failed`)
  }
  return packed
}
