import { join } from 'node:path'
import { buildExtension } from '../tools/build-extension.ts'
import { programOf, ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'

console.log(`extension: ${await buildExtension('chrome')}`)
console.log(`extension: ${await buildExtension('firefox')}`)
const wrangler = programOf('worker', 'wrangler', 'bin/wrangler.js')
const code = await runNode(wrangler, ['deploy', '--dry-run', '--minify', '--outdir', 'dist'], {
  cwd: join(ROOT, 'worker'),
  env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
})
process.exit(code)
