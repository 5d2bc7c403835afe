import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { costRows } from '../research/scale/tables/costs.ts'
import { oneKeyRows, planRows, playedHitRows } from '../research/scale/tables/growth.ts'
import { peakRows, secondChoiceRows, setAsideRows } from '../research/scale/tables/keys.ts'
import { listRows } from '../research/scale/tables/lists.ts'
import { spreadRows, weightRows } from '../research/scale/tables/skew.ts'
import { inFlightRows, waitRows } from '../research/scale/tables/waits.ts'
import { CACHE } from '../tools/paths.ts'

const TABLES = {
  'one app key at load 0.7': oneKeyRows,
  'keys by daily users': planRows,
  'cache hits, formula and simulated': playedHitRows,
  'wait at one key, ms': waitRows,
  'planned peak, simulated': peakRows,
  'second choice, 12 keys': secondChoiceRows,
  'one key suspended': setAsideRows,
  'hottest key relative to the mean': spreadRows,
  'weighted keys': weightRows,
  'five calls in flight': inFlightRows,
  'lists of 500 products beside 1,000 people': listRows,
  'cost per month, one call per search': () => costRows(1),
  'cost per month, two calls per search': () => costRows(2),
}

const results: Record<string, unknown> = {}
for (const [title, rows] of Object.entries(TABLES)) {
  console.log(`\n${title}`)
  results[title] = rows()
  console.table(results[title])
}
await mkdir(CACHE, { recursive: true })
const file = join(CACHE, 'scale.json')
await writeFile(file, JSON.stringify(results, null, 2))
console.log(`written to ${file}`)
