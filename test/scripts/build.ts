import { buildExtension } from '../tools/build-extension.ts'
import { buildWorker } from '../tools/build-worker.ts'

// Cloudflare's build of a repository runs this before npm run deploy, and has no use for the extension.
if (process.env.WORKERS_CI !== '1') {
  console.log(`extension: ${await buildExtension('chrome')}`)
  console.log(`extension: ${await buildExtension('firefox')}`)
}
process.exit(await buildWorker('dist'))
