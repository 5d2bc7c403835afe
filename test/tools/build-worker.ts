import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Metafile } from 'esbuild'
import { THIRD_PARTY, thirdPartyNotices } from '../../extension/vite-plugins/third-party.ts'
import { VIEWER_FILES } from '../../worker/generate/docs.ts'
import { bundleMcp } from '../../worker/generate/mcp.ts'
import { buildEnvironment } from './build-environment.ts'
import { programOf, ROOT } from './paths.ts'
import { type RunOptions, runNode } from './run-program.ts'

const WORKER = join(ROOT, 'worker')

/**
 * Builds the worker's bundle, `index.js`, exactly as a deployment to Cloudflare does, and beside it the licences of what is in
 * it, into a folder that then holds nothing else. Resolves to Wrangler's exit code.
 *
 * @param outDir from the worker's folder
 */
export async function buildWorker(outDir: string, options: RunOptions = {}): Promise<number> {
  const wrangler = programOf('worker', 'wrangler', 'bin/wrangler.js')
  const folder = resolve(WORKER, outDir)
  await rm(folder, { recursive: true, force: true })
  const metafile = join(folder, 'metafile.json')
  const args = ['deploy', '--dry-run', '--minify', '--outdir', folder, '--metafile', metafile]
  const code = await runNode(wrangler, args, {
    cwd: WORKER,
    env: { ...buildEnvironment(), WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
    ...options,
  })
  if (code !== 0) return code
  const modules = [JSON.parse(await readFile(metafile, 'utf8')), (await bundleMcp()).metafile].flatMap(
    modulesIn,
  )
  await rm(metafile)
  await writeFile(
    join(folder, THIRD_PARTY),
    thirdPartyNotices([...modules.map((path) => resolve(WORKER, path)), ...VIEWER_FILES]),
  )
  await removeTraces(folder)
  return 0
}

/** The modules of which something is left in the bundle, from the worker's folder. */
function modulesIn({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => inputs[path]?.bytesInOutput),
  )
}

/** Wrangler writes down when it ran, in a file that says nothing else, and where, in the source maps. */
async function removeTraces(folder: string): Promise<void> {
  await rm(join(folder, 'README.md'), { force: true })
  for await (const name of glob('**/*.map', { cwd: folder })) {
    const { sourceRoot: _, ...map } = JSON.parse(await readFile(join(folder, name), 'utf8'))
    await writeFile(join(folder, name), JSON.stringify(map))
  }
}
