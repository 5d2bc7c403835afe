import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { StoredSourceFile } from '../model/picture.ts'
import type { SignedAnswer } from '../model/search.ts'
import { aList, anOffer, aSearch, aSent } from '../testing/searches.ts'
import { acquiredFrom, answersOf, sourcePictureOf } from './evidence-input.ts'

const answer = (page: number, ids: string[]): SignedAnswer => ({
  searchId: `s${page}`,
  provider: 'crossborder',
  mode: 'same',
  query: { mode: 'same', page, pageSize: 20, language: 'en' },
  offers: ids.map((id) => anOffer(id)),
  imageSha256: 'x',
  attestation: 'a.b.c',
})

describe('the answers of a list', () => {
  test('are all the answers received, in order, including offers that the list skipped as duplicates', () => {
    const answers = [answer(1, ['1', '2']), answer(2, ['2', '3'])]
    const list = aList(
      ['1', '2', '3'].map((id) => anOffer(id)),
      { answers },
    )
    expect(answersOf(list)).toEqual(answers)
  })

  test('that were not stored become one unsigned answer', () => {
    const offers = [anOffer('1')]
    expect(answersOf(aList(offers))).toMatchObject([{ offers, attestation: null, provider: 'image-search' }])
    const later = aList([...offers, anOffer('2')], { answers: [answer(2, ['2'])] })
    expect(answersOf(later).map(({ attestation }) => attestation)).toEqual([null, 'a.b.c'])
  })
})

describe('the picture as it was found', () => {
  const sent = aSent('a', 'jpeg')
  const file = { sha256: 'ab', type: 'image/png', bytes: 3 }
  const found: StoredSourceFile = { ...file, sent: createHash('sha256').update('jpeg').digest('hex') }
  const sourceOf = (how: typeof sent.how, stored: StoredSourceFile | null) =>
    sourcePictureOf({ ...sent, how }, stored)

  test('is included if it belongs to the picture that was sent', async () => {
    const dataUrl = 'data:image/png;base64,AAAA'
    expect(await sourceOf('original', { ...found, dataUrl })).toEqual({ picture: dataUrl, why: null, file })
  })

  test.each<[typeof sent.how, StoredSourceFile | null, string]>([
    ['original', found, 'large'],
    ['given', found, 'given'],
    ['capture', null, 'screen'],
    ['area', null, 'screen'],
    ['part', { ...found, sent: 'of another' }, 'part'],
    ['original', { ...found, sent: 'of another' }, 'gone'],
    ['original', null, 'gone'],
    ['given', null, 'gone'],
  ])('acquired by "%s" has a reason why it is missing', async (how, stored, why) => {
    const known = stored?.sent === found.sent ? file : null
    expect(await sourceOf(how, stored)).toEqual({ picture: null, why, file: known })
  })
})

test('the page is known only for a search of this session', () => {
  const search = aSearch('a', 1_795_518_400_000)
  expect(acquiredFrom(search)).toEqual({ foundAt: '2026-11-24T11:06:40.000Z', page: null })
  const page = { address: 'https://shop.example/', title: 'Shop' }
  expect(acquiredFrom({ ...search, source: { ...search.source, page } }).page).toEqual(page)
})
