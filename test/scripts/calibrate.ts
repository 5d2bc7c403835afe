import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { calibrated } from '../research/calibrate/calibrated.ts'
import { calibrate } from '../research/calibrate/index.ts'
import { page } from '../research/calibrate/page.ts'
import { photographs } from '../research/calibrate/photographs.ts'
import { plot } from '../research/calibrate/plot.ts'
import { tryProducts } from '../research/calibrate/product/experiment.ts'
import { page as productPage } from '../research/calibrate/product/page.ts'
import { ROOT } from '../tools/paths.ts'
import { end } from './operator.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1688' }, product: { type: 'boolean', default: false } },
})
const docs = join(ROOT, 'docs')
const tell = (line: string) => console.log(line)
sharp.concurrency(1)
// Now, and not half-way.
await photographs().catch((error: Error) => end(error.message))
await (values.product ? products() : photos())

async function photos(): Promise<void> {
  const result = await calibrate(values.seed, tell)
  console.table(result.tuned.tried)
  console.table(result.held.edits.map(({ missed, ...row }) => row))
  console.table(
    result.held.falseMatches.map(({ confused, ...row }) => ({ ...row, confused: confused.length })),
  )
  console.table(result.held.hard)
  await mkdir(join(docs, 'pictures'), { recursive: true })
  await writeFile(join(docs, 'verdict.json'), `${JSON.stringify(result, null, 1)}\n`)
  await writeFile(join(docs, 'verdict.md'), page(result))
  await writeFile(join(docs, 'pictures', 'verdict.svg'), plot(result))
  await writeFile(join(ROOT, 'shared', 'src', 'photo', 'calibrated.ts'), calibrated(result.thresholds))
  console.log('written to docs/verdict.md, docs/verdict.json and shared/src/photo/calibrated.ts')
}

/** The rejected attempt to recognise a product in another photo. */
async function products(): Promise<void> {
  const result = await tryProducts(values.seed, tell)
  console.table(result.outcomes.map(({ recall, traps, threshold, ...row }) => ({ ...row, ...traps })))
  await writeFile(join(docs, 'same-product.md'), productPage(result))
  console.log('written to docs/same-product.md')
}
