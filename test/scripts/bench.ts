import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { batchLane } from '../research/bench/batch-lane.ts'
import { clickToOffers } from '../research/bench/click-to-offers.ts'
import { deskDecisions, deskInp } from '../research/bench/desk.ts'
import { inp } from '../research/bench/inp.ts'
import { kills } from '../research/bench/kills.ts'
import { popup } from '../research/bench/popup.ts'
import { peopleBesideList, productList, productListKills } from '../research/bench/product-list.ts'
import {
  blackout,
  cacheHits,
  fairness,
  identical,
  overhead,
  overload,
  saturation,
} from '../research/bench/proxy.ts'
import { reducing } from '../research/bench/reducing/index.ts'
import { CACHE } from '../tools/paths.ts'
import { installSystemPackages } from './system-packages.ts'

/** Run one after the other, about 45 minutes in total. */
const PARTS = {
  overhead,
  cacheHits,
  identical,
  saturation,
  fairness,
  overload,
  blackout,
  batchLane,
  clickToOffers,
  popup,
  inp,
  reducing,
  kills,
  productList,
  peopleBesideList,
  productListKills,
  deskInp,
  deskDecisions,
}

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
const wanted = Object.entries(PARTS).filter(([name]) => values.only?.includes(name) ?? true)
if (wanted.length === 0) {
  console.error(`--only takes one of ${Object.keys(PARTS).join(', ')}`)
  process.exit(2)
}
for (const remark of await installSystemPackages({ forBenchmark: true })) console.log(remark)
const results: Record<string, unknown> = {}
for (const [name, run] of wanted) {
  console.log(`${name} …`)
  results[name] = await run()
  if (Array.isArray(results[name])) console.table(results[name])
  else console.log(JSON.stringify(results[name], null, 2))
}
await mkdir(CACHE, { recursive: true })
const file = join(CACHE, 'bench.json')
await writeFile(file, JSON.stringify(results, null, 2))
console.log(`written to ${file}`)
process.exit(0)
