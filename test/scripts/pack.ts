import { stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../tools/paths.ts'
import { packForStores } from './pack-for-stores.ts'

const { values } = parseArgs({ options: { local: { type: 'boolean', default: false } } })
const packed = await packForStores(values).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
for (const file of Object.values(packed))
  console.log(`${relative(ROOT, file)}  ${Math.ceil((await stat(file)).size / 1000)} kB`)
