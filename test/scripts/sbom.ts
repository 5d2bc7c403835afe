import { relative } from 'node:path'
import { ROOT } from '../tools/paths.ts'
import { writeSbom } from './write-sbom.ts'

console.log(relative(ROOT, await writeSbom()))
