import { join } from 'node:path'
import { programOf, ROOT } from './paths.ts'
import { runNode } from './run-program.ts'

export type Target = 'chrome' | 'firefox'

/** What to put into a build and where to write it. Without any of these, it is the build to publish. */
export interface BuildOptions {
  outDir?: string
  proxyAddress?: string
  clientKey?: string
  /** With the pseudo-locales en-XA and ar-XB, which reveal assumptions about texts and layout. */
  pseudo?: boolean
  /** Receives what the build prints. By default, it prints its warnings and errors to ours. */
  write?: (text: string) => void
}

/** Builds the extension and returns the folder to load. */
export async function buildExtension(target: Target, options: BuildOptions = {}): Promise<string> {
  const outDir = options.outDir ?? join(ROOT, 'extension', '.output')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    FIND_ON_1688_OUT_DIR: outDir,
    WXT_TELEMETRY: '0',
    // A test runner sets "test", but a build for tests must be the build that ships.
    NODE_ENV: 'production',
  }
  if (options.proxyAddress) env.WXT_PROXY_ADDRESS = options.proxyAddress
  if (options.clientKey) env.WXT_CLIENT_KEY = options.clientKey
  if (options.pseudo) env.WXT_PSEUDO = '1'
  const wxt = programOf('extension', 'wxt', 'bin/wxt.mjs')
  const args = ['build', '--browser', target, '--mv3', '--level', 'warn']
  const code = await runNode(wxt, args, {
    cwd: join(ROOT, 'extension'),
    env,
    ...(options.write ? { write: options.write } : { stdio: ['ignore', 'ignore', 'inherit'] }),
  })
  if (code !== 0) throw new Error(`building the extension for ${target} failed`)
  return join(outDir, `${target}-mv3`)
}
