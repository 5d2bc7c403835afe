import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')
export const CACHE = join(ROOT, 'test', '.cache')

/** The file of a package's program, as one of our packages has it installed. */
export function programOf(workspace: string, name: string, file: string): string {
  return join(ROOT, workspace, 'node_modules', name, file)
}
