import { join } from 'node:path'
import { build } from 'esbuild'

/** The Model Context Protocol's server, with the libraries that only it needs. */
export async function mcpModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '..', 'src', 'mcp', 'index.ts')],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
