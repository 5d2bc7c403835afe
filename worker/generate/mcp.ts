import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { build } from 'esbuild'
import type { GenericSchema } from 'valibot'
import { TOOLS } from '../src/mcp/tools/schemas.ts'

const WORKER = join(import.meta.dirname, '..')

/** The Model Context Protocol's server, with the libraries that only it needs. */
export async function mcpModule(): Promise<string> {
  const { outputFiles } = await bundleMcp()
  return outputFiles[0]?.text ?? ''
}

/** Its metafile names the modules that are in it, from the worker's folder. */
export function bundleMcp() {
  return build({
    absWorkingDir: WORKER,
    entryPoints: [join(WORKER, 'src', 'mcp', 'index.ts')],
    bundle: true,
    metafile: true,
    format: 'esm',
    minify: true,
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    define: { TOOL_JSON_SCHEMAS: JSON.stringify(toolSchemas()) },
    write: false,
    logLevel: 'error',
  })
}

/** What the tools take and give as JSON Schema, of the schemas that check and make it. */
function toolSchemas() {
  return Object.fromEntries(
    Object.entries(TOOLS).map(([name, { input, output }]) => [
      name,
      { input: { ...converted(input), additionalProperties: false }, output: converted(output) },
    ]),
  )
}

/** Without checks that JSON Schema cannot express. */
function converted(schema: GenericSchema) {
  return toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore' })
}
