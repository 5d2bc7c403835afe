import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { programOf, ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'
import { geckoId, refusalOf } from './gecko-id.ts'
import { zipsIn } from './pack-extension.ts'
import { OUTPUT } from './pack-for-stores.ts'
import { submissionOf } from './stores.ts'

/**
 * Submits what `npm run pack` has made to the stores whose keys are in the environment. Only tries the keys unless `--publish`
 * says otherwise.
 */
const { values } = parseArgs({ options: { publish: { type: 'boolean', default: false } } })
const packed = await zipsIn(OUTPUT)
const id = geckoId()
const missing = Object.values(packed).filter((zip) => !existsSync(zip))
const refusal =
  refusalOf(id) ?? (missing.length > 0 ? `There is no ${missing.join(', ')}. First: npm run pack` : undefined)
if (refusal) {
  console.error(refusal)
  process.exit(1)
}
const { args, stores, leftOut } = submissionOf(process.env, packed, { geckoId: id, dryRun: !values.publish })
for (const line of leftOut) console.log(line)
// Without any key, a dry run has nothing to try and is no failure.
if (stores.length === 0) process.exit(values.publish ? 1 : 0)
process.exit(
  await runNode(programOf('extension', 'wxt', 'bin/wxt.mjs'), args, { cwd: join(ROOT, 'extension') }),
)
