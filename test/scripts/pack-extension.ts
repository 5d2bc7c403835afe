import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../tools/paths.ts'
import { runWxt } from '../tools/run-wxt.ts'

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
  // It would only warn about files that it packs from outside its own folder.
  for (const target of ['chrome', 'firefox'] as const) await runWxt('zip', target, { outDir, level: 'error' })
  return packed
}
