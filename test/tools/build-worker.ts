import { join } from 'node:path'
import { programOf, ROOT } from './paths.ts'
import { type RunOptions, runNode } from './run-program.ts'

/** Builds the worker's bundle, `index.js`, exactly as a deployment to Cloudflare does. Resolves to Wrangler's exit code. */
export function buildWorker(outDir: string, options: RunOptions = {}): Promise<number> {
  const wrangler = programOf('worker', 'wrangler', 'bin/wrangler.js')
  return runNode(wrangler, ['deploy', '--dry-run', '--minify', '--outdir', outDir], {
    cwd: join(ROOT, 'worker'),
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
    ...options,
  })
}
