import { stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { packExtension } from './pack-extension.ts'
import { ROOT } from './paths.ts'

for (const file of Object.values(await packExtension()))
  console.log(`${relative(ROOT, file)}  ${Math.ceil((await stat(file)).size / 1000)} kB`)
