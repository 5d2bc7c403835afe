import { buildExtension } from '../tools/build-extension.ts'
import { buildWorker } from '../tools/build-worker.ts'

const PARTS = ['chrome', 'firefox', 'worker']
// Cloudflare's build of a repository runs this before npm run deploy, and has no use for the extension.
const usual = process.env.WORKERS_CI === '1' ? ['worker'] : PARTS

const named = process.argv.slice(2)
const unknown = named.filter((part) => !PARTS.includes(part))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')} to build, only ${PARTS.join(', ')}.`)
  process.exit(1)
}
const wanted = named.length > 0 ? named : usual

for (const target of ['chrome', 'firefox'] as const)
  if (wanted.includes(target)) console.log(`extension: ${await buildExtension(target)}`)
if (wanted.includes('worker')) process.exit(await buildWorker('dist'))
