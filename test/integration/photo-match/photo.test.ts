import { judgePhotos, type PhotoJudgement } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { BENIGN, type Edit, FRAMED, grey, MARKED, mirror, quarterTurn } from './edits.ts'
import { hashOf, hashOfThumbnail, makePictures } from './pictures.ts'

const pictures = await makePictures()
const queries = new Map<string, Awaited<ReturnType<typeof hashOf>>>()
for (const [name, picture] of pictures) queries.set(name, await hashOf(picture))

test.each(Object.entries(BENIGN))('%s, a copy is the same photo', async (_, edit) => {
  const { compared, same } = await judgeEdited(edit)
  expect(compared.length).toBeGreaterThanOrEqual(0.9 * pictures.size)
  expect(same.length / compared.length).toBeGreaterThanOrEqual(0.95)
  expect(notFound(compared)).toEqual([])
})

test('a greyscale copy is found, and called greyscale unless the colours are faint', async () => {
  const { compared, same } = await judgeEdited(grey)
  expect(compared.length).toBeGreaterThanOrEqual(0.9 * pictures.size)
  expect(notFound(compared)).toEqual([])
  // Muted photographs lose little, and are not noticed.
  expect(same.length / compared.length).toBeLessThanOrEqual(0.4)
  for (const { name, verdict, reasons } of compared)
    expect(reasons.includes('grey'), name).toBe(verdict === 'probably')
})

test.each(Object.entries(FRAMED))('with %s, a copy is found', async (_, edit) => {
  const { compared } = await judgeEdited(edit)
  expect(compared.length).toBeGreaterThanOrEqual(0.9 * pictures.size)
  // Where a white background meets the frame without an edge, trimming cuts elsewhere.
  expect(notFound(compared).length / compared.length, `${notFound(compared)}`).toBeLessThanOrEqual(0.06)
})

test.each(Object.entries(MARKED))('under a %s, a copy is found', async (_, edit) => {
  const { compared } = await judgeEdited(edit)
  expect(compared.length).toBeGreaterThanOrEqual(0.9 * pictures.size)
  expect(notFound(compared).length / compared.length, `${notFound(compared)}`).toBeLessThanOrEqual(0.04)
})

test('a mirrored copy is the same photo, and called mirrored', async () => {
  const { compared, same } = await judgeEdited(mirror)
  expect(compared.length).toBeGreaterThanOrEqual(0.9 * pictures.size)
  expect(same.length).toBe(compared.length)
  for (const { name, reasons } of same) expect(reasons, name).toContain('mirrored')
})

test('after a quarter turn, a copy is a different photo', async () => {
  const { compared } = await judgeEdited(quarterTurn)
  expect(notFound(compared).length).toBe(compared.length)
})

test('no two different pictures are the same photo', async () => {
  const others = await Promise.all(
    [...pictures].map(async ([name, picture]) => [name, await hashOfThumbnail(picture)] as const),
  )
  const wrong: string[] = []
  let pairs = 0
  for (const [mine, query] of queries)
    for (const [theirs, other] of others) {
      if (mine === theirs) continue
      const { verdict } = judgePhotos(query, other)
      if (verdict !== 'cannot-compare') pairs++
      if (verdict === 'same' || verdict === 'probably') wrong.push(`${mine} and ${theirs}: ${verdict}`)
    }
  expect(pairs).toBeGreaterThan(2000)
  expect(wrong).toEqual([])
})

interface Judged extends PhotoJudgement {
  name: string
}

/** Compares each picture with the thumbnail of its edited copy. */
async function judgeEdited(edit: Edit): Promise<{ compared: Judged[]; same: Judged[] }> {
  const judged: Judged[] = []
  for (const [name, query] of queries) {
    const edited = await edit(pictures.get(name) as Buffer)
    judged.push({ name, ...judgePhotos(query, await hashOfThumbnail(edited)) })
  }
  return {
    compared: judged.filter(({ verdict }) => verdict !== 'cannot-compare'),
    same: judged.filter(({ verdict }) => verdict === 'same'),
  }
}

function notFound(judged: Judged[]): string[] {
  return judged
    .filter(({ verdict }) => verdict === 'other')
    .map(({ name, distance }) => `${name}: ${distance} bits`)
}
