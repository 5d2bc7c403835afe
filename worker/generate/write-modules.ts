import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { docsModule } from './docs.ts'
import { mcpModule } from './mcp.ts'
import { openapiModule } from './openapi/module.ts'

const FOLDER = join(import.meta.dirname, '..', 'src', 'generated')
const MODULES = { openapi: openapiModule, docs: docsModule, mcp: mcpModule }

/** Writes the modules that the worker loads only when they are asked for, into src/generated. */
export default async function writeModules(): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const all = Object.entries(MODULES)
  await Promise.all(
    all.map(async ([name, write]) => writeIfChanged(join(FOLDER, `${name}.js`), await write())),
  )
}

/** Several builds may run at once: none may read half a file, and an unchanged one is left alone. */
async function writeIfChanged(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return
  const temporary = `${path}.${process.pid}`
  await writeFile(temporary, text)
  await rename(temporary, path)
}
