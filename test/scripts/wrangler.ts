import { programOf } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'

/** Cloudflare's own tool as it is installed here, from the root: it needs a newer Node than the one that may be on the machine. */
process.exitCode = await runNode(programOf('worker', 'wrangler', 'bin/wrangler.js'), process.argv.slice(2), {
  env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
})
