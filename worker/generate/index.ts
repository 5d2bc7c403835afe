// Wrangler runs this before it bundles the worker: see "build" in wrangler.jsonc.
import writeModules from './write-modules.ts'

await writeModules()
