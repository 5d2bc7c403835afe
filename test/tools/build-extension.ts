import { join } from 'node:path'
import { ROOT } from './paths.ts'
import { runWxt, type Target } from './run-wxt.ts'

export type { Target }

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
  const variables = {
    ...(options.proxyAddress && { WXT_PROXY_ADDRESS: options.proxyAddress }),
    ...(options.clientKey && { WXT_CLIENT_KEY: options.clientKey }),
    ...(options.pseudo && { WXT_PSEUDO: '1' }),
  }
  await runWxt('build', target, {
    ...{ outDir, variables, level: 'warn' },
    ...(options.write && { write: options.write }),
  })
  return join(outDir, `${target}-mv3`)
}
