import { readFile } from 'node:fs/promises'
import { judgePhotos, PHOTO_METHOD, type PhotoHash, THRESHOLDS } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { calibrated } from './calibrated.ts'
import { EDITS } from './edits.ts'
import { hashCopies } from './measure.ts'
import { page } from './page.ts'
import { HAS_PHOTOGRAPHS, photographs } from './photographs.ts'
import { allPictures } from './pictures.ts'
import { plot } from './plot.ts'
import type { Result } from './result.ts'
import { split } from './split.ts'

const file = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8')
const result: Result = JSON.parse(await file('docs/verdict.json'))
const recorded = Object.values(result.pictures).flatMap(({ photo }) => photo)
const pictures = await allPictures(HAS_PHOTOGRAPHS ? await photographs() : recorded.toSorted())

test('the thresholds in the code are those that were found, for hashes of this kind', async () => {
  expect(THRESHOLDS).toEqual(result.thresholds)
  expect(PHOTO_METHOD).toBe(result.method)
  expect(await file('shared/src/photo/calibrated.ts')).toBe(calibrated(result.thresholds))
})

test('what the documentation says is what was measured', async () => {
  expect(await file('docs/verdict.md')).toBe(page(result))
  expect(await file('docs/pictures/verdict.svg')).toBe(plot(result))
})

test('the pictures that were measured had no part in choosing', async () => {
  const { tuning, held } = split(pictures, result.seed)
  const namesOf = (half: keyof Result['pictures']) => Object.values(result.pictures[half]).flat()
  expect(namesOf('tuning')).toEqual(tuning.map(({ name }) => name))
  expect(namesOf('held')).toEqual(held.map(({ name }) => name))
})

test('measured again, a few of them are found and missed as recorded', async () => {
  const { held } = split(pictures, result.seed)
  // The photographs are not part of the project.
  const kinds = HAS_PHOTOGRAPHS
    ? (['photo', 'product', 'drawing'] as const)
    : (['product', 'drawing'] as const)
  const few = kinds.flatMap((kind) => held.filter((picture) => picture.kind === kind).slice(0, 3))
  for (const { name, make } of few) {
    const { original, copies } = await hashCopies(name, await make())
    const missed = EDITS.filter((edit) => {
      const { verdict } = judgePhotos(original, copies.get(edit.name) as PhotoHash)
      return verdict === 'other' || verdict === 'cannot-compare'
    })
    const rows = result.held.edits.filter((row) => row.missed.includes(name))
    expect(missed.map((edit) => edit.name)).toEqual(rows.map((row) => row.edit))
  }
})
