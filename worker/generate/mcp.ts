import { join } from 'node:path'
import { build } from 'esbuild'

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
    write: false,
    logLevel: 'error',
  })
}
