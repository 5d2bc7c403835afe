import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../tools/paths.ts'

export const FOLDERS = ['chrome-mv3', 'firefox-mv3'] as const

/** Where `npm run build` writes the extension for a browser. */
export function built(folder: (typeof FOLDERS)[number]): string {
  return join(ROOT, 'extension', '.output', folder)
}

/** Absolute paths of all files below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
