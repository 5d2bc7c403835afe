import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
export const CACHE = join(ROOT, 'test', '.cache')

/** The file of a program, in the packages installed for a workspace. */
export function programOf(workspace: string, name: string, file: string): string {
  return join(ROOT, workspace, 'node_modules', name, file)
}
