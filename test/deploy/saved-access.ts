import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OperatorAccess } from '../serve/data-folder.ts'
import { ROOT } from '../tools/paths.ts'

/** Beside whose settings admin tokens are kept. */
const SETTINGS = join(ROOT, 'worker')

/** Keeps an ADMIN_TOKEN that npm run deploy made: Cloudflare shows no secret again. Git ignores the file. */
export function saveAccess(name: string, access: OperatorAccess, settings = SETTINGS): void {
  const folder = folderIn(settings)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${name}.json`)
  writeFileSync(`${file}.new`, `${JSON.stringify(access)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The access to the worker with this name, or at this address; `undefined` if none was saved. */
export function savedAccess(
  match: { name: string } | { worker: string },
  settings = SETTINGS,
): OperatorAccess | undefined {
  const folder = folderIn(settings)
  for (const file of filesIn(folder)) {
    const access = JSON.parse(readFileSync(join(folder, file), 'utf8')) as OperatorAccess
    if ('name' in match ? file === `${match.name}.json` : access.worker === match.worker) return access
  }
  return undefined
}

function folderIn(settings: string): string {
  return join(settings, '.deployed')
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.json'))
  } catch {
    return []
  }
}
