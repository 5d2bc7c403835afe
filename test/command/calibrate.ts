import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { calibrated } from '../calibrate/calibrated.ts'
import { calibrate } from '../calibrate/index.ts'
import { page } from '../calibrate/page.ts'
import { plot } from '../calibrate/plot.ts'
import { ROOT } from './paths.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1688' } } })
sharp.concurrency(1)
const result = await calibrate(values.seed, (line) => console.log(line))
console.table(result.tuned.tried)
console.table(result.held.edits.map(({ missed, ...row }) => row))
console.table(result.held.falseMatches.map(({ confused, ...row }) => ({ ...row, confused: confused.length })))
console.table(result.held.hard)

const docs = join(ROOT, 'docs')
await mkdir(join(docs, 'pictures'), { recursive: true })
await writeFile(join(docs, 'verdict.json'), `${JSON.stringify(result, null, 1)}\n`)
await writeFile(join(docs, 'verdict.md'), page(result))
await writeFile(join(docs, 'pictures', 'verdict.svg'), plot(result))
await writeFile(join(ROOT, 'shared', 'src', 'photo', 'calibrated.ts'), calibrated(result.thresholds))
console.log('written to docs/verdict.md, docs/verdict.json and shared/src/photo/calibrated.ts')
