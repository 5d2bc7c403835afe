import { describe, expect, test } from 'vitest'
import { offerWith } from '../testing/offers.ts'
import { evidenceFile, evidenceState } from './evidence-file.ts'
import { checkFile, readFile } from './testing/read-file.ts'
import { newKey, signedAnswer, signedInput } from './testing/signed.ts'

const key = await newKey()
const input = await signedInput(key)
const good = await evidenceFile(input)

describe('a file', () => {
  test('holds what it was given, and is green', async () => {
    const { words, ...data } = readFile(good).data
    expect(data).toEqual(input)
    expect(words.title).toBe('Evidence of a search on 1688')
    expect(await checkFile(good)).toMatchObject({
      state: 'holds',
      answers: [
        {
          state: 'holds',
          signature: 'holds',
          offers: 'holds',
          picture: 'holds',
          query: 'holds',
          signed: { iat: 1_795_518_400, searchId: '5b1c-1' },
        },
      ],
      changed: [],
    })
  })

  test('tells before it is written what it will say', async () => {
    expect(await evidenceState(input)).toEqual(await checkFile(good))
  })

  test('has no markup but its own, whatever offers, page and verdicts say', () => {
    expect(
      good.match(/<\/?\w+/g)?.filter((tag) => /script|img|iframe|object|link|base|b$/.test(tag)),
    ).toEqual(['<script', '</script', '<script', '</script', '<script', '</script'])
    expect(good).not.toMatch(/<!--|[\u2028\u2029]/)
    expect(readFile(good).frame.script).not.toMatch(/<\/script|<!--/i)
  })

  test('lets its own script and looks in, by digest, and nothing from anywhere', async () => {
    const { policy, script, style } = readFile(good).frame
    expect(policy).toBe(
      `default-src 'none'; script-src ${await source(script)}; style-src ${await source(style)}; ` +
        "img-src data:; base-uri 'none'; form-action 'none'",
    )
    const ownText = good.replace(readFile(good).frame.data, '')
    expect(ownText).not.toMatch(/https?:\/\//)
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|eval|fetch|import\s*\(|^import /m,
    )
  })

  test('takes no picture of the search that would have to be loaded, and leaves such pictures of offers out', async () => {
    await expect(evidenceFile({ ...input, sent: 'https://img.example/1.jpg' })).rejects.toThrow(TypeError)
    const found = { ...input.found, picture: 'https://img.example/1.jpg' }
    await expect(evidenceFile({ ...input, found })).rejects.toThrow(TypeError)
    const file = await evidenceFile({
      ...input,
      offerPictures: { 42: 'https://img.example/1.jpg', 7: input.sent },
    })
    expect(readFile(file).data.offerPictures).toEqual({})
  })

  test('says nothing of page and time where the person did not agree', async () => {
    const file = await evidenceFile({ ...input, page: null, foundAt: null })
    expect(file).not.toMatch(/shop\.example|2026-11-24T/)
    expect(await checkFile(file)).toMatchObject({ state: 'holds' })
  })

  test('keeps what a newer worker tells of an offer, for that was signed as well', async () => {
    const offers = [{ ...offerWith(), madeOf: 'canvas' }]
    const file = await evidenceFile({ ...input, answers: [await signedAnswer(key, { offers })] })
    expect(readFile(file).data.answers[0]?.offers).toEqual(offers)
    expect(await checkFile(file)).toMatchObject({ state: 'holds' })
  })

  test('is complete in Chinese too', async () => {
    const file = await evidenceFile({ ...input, language: 'zh' })
    expect(file).toContain('<html lang="zh-CN">')
    expect(readFile(file).data.words.notProvesList.law).toBe('任何法律结论：本文件不是法律意见。')
    expect(await checkFile(file)).toMatchObject({ state: 'holds' })
  })
})

async function source(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}
