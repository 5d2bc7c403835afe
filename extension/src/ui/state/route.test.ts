import { expect, test } from 'vitest'
import { locationOf } from './route.ts'

test.each([
  ['', 'results', ''],
  ['history', 'history', ''],
  ['results/', 'results', ''],
  ['margin/710891050473', 'margin', '710891050473'],
  [`compare/${encodeURIComponent('义乌/佳音 100%')}`, 'compare', '义乌/佳音 100%'],
  ['compare/%E4', 'results', ''],
  ['constructor', 'results', ''],
])('#%s is the view %s of %j', (hash, route, argument) => {
  expect(locationOf(hash)).toEqual({ route, argument })
})
