import { PHOTO_METHOD } from '@find-on-1688/shared'
import { twins } from './hard.ts'
import { hashHalf, hashPairs } from './measure.ts'
import { photographs } from './photographs.ts'
import { allPictures, type Picture } from './pictures.ts'
import { report } from './report.ts'
import type { Result } from './result.ts'
import { split } from './split.ts'
import { sweep } from './sweep.ts'
import { tune } from './tune.ts'

/** Chooses the thresholds on one half of the pictures and measures them on the other. Deterministic for a seed. */
export async function calibrate(seed: string, tell: (line: string) => void): Promise<Result> {
  const { tuning, held } = split(await allPictures(await photographs()), seed)
  tell(`${tuning.length} pictures to choose the thresholds …`)
  const { thresholds, ...tuned } = tune(await hashHalf(tuning))
  tell(JSON.stringify(thresholds))
  tell(`${held.length} others to measure them …`)
  const half = await hashHalf(held)
  return {
    method: PHOTO_METHOD,
    seed,
    pictures: { tuning: namesOf(tuning), held: namesOf(held) },
    thresholds,
    tuned,
    held: report(half, thresholds, await hashPairs(await twins())),
    sweep: sweep(half, thresholds),
  }
}

function namesOf(pictures: readonly Picture[]): Result['pictures']['held'] {
  const names = (kind: Picture['kind']) => pictures.filter((one) => one.kind === kind).map(({ name }) => name)
  return { photo: names('photo'), product: names('product'), drawing: names('drawing') }
}
