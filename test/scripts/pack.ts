import { stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { ROOT } from '../tools/paths.ts'
import { packExtension } from './pack-extension.ts'

for (const file of Object.values(await packExtension()))
  console.log(`${relative(ROOT, file)}  ${Math.ceil((await stat(file)).size / 1000)} kB`)
