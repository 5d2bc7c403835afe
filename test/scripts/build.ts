import { buildExtension } from '../tools/build-extension.ts'
import { buildWorker } from '../tools/build-worker.ts'

console.log(`extension: ${await buildExtension('chrome')}`)
console.log(`extension: ${await buildExtension('firefox')}`)
process.exit(await buildWorker('dist'))
