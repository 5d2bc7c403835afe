import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ROOT } from '../tools/paths.ts'

/** What is made or installed, not written. */
const MADE = new Set(['node_modules', '.git', '.cache', '.output', '.wxt', '.wrangler', '.serve', 'dist'])

/** Files below a folder of the repository, with `/` between folders, from the root on. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(ROOT, folder, entry.name)
    if (MADE.has(entry.name)) return []
    const name = relative(ROOT, path).replaceAll(sep, '/')
    return entry.isDirectory() ? filesBelow(name) : [name]
  })
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

/** The root's package.json. */
export const project = JSON.parse(textOf('package.json'))
