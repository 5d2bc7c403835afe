import { seeded } from '../../../fakes/gateway/catalogue/random.ts'
import { HOUR_S, ROWS_A_LIST, SELLERS, WORKING_HOURS } from '../assumptions.ts'
import { peakRate } from '../demand.ts'
import { type ListsResult, playLists } from '../lists.ts'
import { percent, type Row } from './row.ts'

const USERS = 1000

/** Lists of products beside a thousand people in their busiest hour: none, one, all at the same moment, spread over a day. */
export function listRows(): Row[] {
  const working = WORKING_HOURS * HOUR_S * 1000
  return [1, 2].flatMap((callsASearch) =>
    [1, 2, 4].flatMap((keys) =>
      Object.entries({
        none: [],
        one: [0],
        'ten at once': Array.from({ length: SELLERS }, () => 0),
        'ten a day': startsOf(working),
      }).map(([lists, startsAtMs]) => {
        const world = { keys, callsASearch, startsAtMs, rows: ROWS_A_LIST, peopleRate: peakRate(USERS) }
        const played = playLists({ ...world, forMs: working }, seeded(`lists ${keys} ${callsASearch}`))
        return { calls: callsASearch, keys, lists, ...ofLists(played, startsAtMs.length) }
      }),
    ),
  )
}

/** Whenever their sellers begin. */
function startsOf(withinMs: number): number[] {
  const random = seeded('starts of lists')
  return Array.from({ length: SELLERS }, () => random.between(0, withinMs))
}

function ofLists({ tookMs, waits, answers, used, ...counts }: ListsResult, lists: number): Row {
  const minutes = tookMs.map((ms) => (ms / 60_000).toFixed(1)).sort((a, b) => Number(a) - Number(b))
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  return {
    'list min, first / last': lists > 0 ? `${minutes[0]} / ${minutes.at(-1)}` : '',
    used: lists > 0 ? percent(used) : '',
    'told to return, a row': lists > 0 ? (counts.listRefused / lists / ROWS_A_LIST).toFixed(2) : '',
    'people wait s, p50 / p95': `${seconds(waits.p50)} / ${seconds(waits.p95)}`,
    'people answer s, p95': seconds(answers.p95),
    'people refused': percent(counts.peopleRefused, 2),
  }
}
